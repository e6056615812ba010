// What is said of: evidence cards, their file and their Word files, in German.

export const cards = {} as const;
