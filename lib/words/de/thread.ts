// What is said of: notes and what answers them, and the box they are written in, in German.

export const thread = {} as const;
