// Counts in sentences, in the interface's language.

/** A count with its noun, as people write it: `1 soft hyphen`, `10,000 paragraphs`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
