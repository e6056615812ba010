// What is said of: evidence cards, their file and their Word files.

export const cards = {} as const;
