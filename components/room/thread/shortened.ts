// Texts too long to be shown whole where they are only quoted.

/** Both ends of a long text; `most` in UTF-16 units. */
export function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most / 2)} … ${text.slice(-most / 3)}` : text;
}
