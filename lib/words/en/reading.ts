// What is said of: the text and its margin, the handout, the pages kept offline.

export const reading = {} as const;
