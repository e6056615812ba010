// What is said of: the flow of a round, in German.

export const flow = {} as const;
