// What is said of: the flow of a round.

export const flow = {} as const;
