// Words broken into lines of about one length, for a picture that cannot break them itself.

/** At most `most` lines of at most `length` characters; what is cut off ends with an ellipsis. */
export function linesOfWords(text: string, length: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    for (const piece of word.match(new RegExp(`.{1,${length}}`, 'gu')) ?? []) {
      if (line && line.length + 1 + piece.length > length) {
        lines.push(line);
        line = piece;
      } else line = line ? `${line} ${piece}` : piece;
    }
  }
  if (line) lines.push(line);
  if (lines.length <= most) return lines;
  const last = lines[most - 1] ?? '';
  return [...lines.slice(0, most - 1), `${last.slice(0, length - 1)}…`];
}
