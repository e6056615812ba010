// What is said of: assignments, rosters, groups, a course copied into a new term, in German.

export const classes = {} as const;
