// Which notes may be given to a Markdown parser. Asked wherever one is read: on screen, on paper and in exported files.

// The parser is quadratic in marks, lines and nested containers, and whoever walks its tree goes as deep as they nest: 8 KiB
// of one of them take seconds or the whole stack, on a thread that is everyone's. No honest note comes near these.
const maxMarks = 400;
const maxLines = 400;
const tooNested = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))){20}|^[ \t]{100}/m;

/** May a note's words be parsed as Markdown? Else they are shown as they were typed, by `linesAsTyped`. */
export function isParsable(body: string): boolean {
  return (
    (body.match(/[*_[\]<&`!>]/g)?.length ?? 0) <= maxMarks &&
    (body.match(/\r\n?|\n/g)?.length ?? 0) < maxLines &&
    !tooNested.test(body)
  );
}

/** The lines of a note that is not parsed, in order, without the empty ones. */
export function linesAsTyped(body: string): string[] {
  return body.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
}
