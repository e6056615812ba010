// What is said of: the library, courses and squads, their members, the inbox.

export const library = {} as const;
