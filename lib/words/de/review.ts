// What is said of: what an instructor or chair looks through, marks and releases, in German.

export const review = {} as const;
