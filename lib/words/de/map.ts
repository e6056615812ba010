// What is said of: the argument map, in German.

export const map = {} as const;
