// Words in which nothing means anything to Markdown: most notes. They need no parser, and its parser is large.

/** One line that begins with a letter and holds no sign of Markdown's; or none at all, as of a mere highlight. */
const plain = /^(?:\p{L}[^\p{Cc}`*_[\]<>\\&~|]*)?$/u;

/** Is a note shown as it was typed, as one paragraph? */
export function isPlain(body: string): boolean {
  return plain.test(body);
}
