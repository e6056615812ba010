// What is said of: what an instructor or chair looks through, marks and releases.

export const review = {} as const;
