// What is said of: the library, courses and squads, their members, the inbox, in German.

export const library = {} as const;
