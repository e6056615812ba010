// What is said of: the argument map.

export const map = {} as const;
