// Where a footnote is marked in the text. Apart from what draws a text, of which there are several.

/** What a footnote's mark in the text is called, for the way back from the note. */
export function noteMarkId(noteId: string): string {
  return `${noteId}-mark`;
}
