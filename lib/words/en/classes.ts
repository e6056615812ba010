// What is said of: assignments, rosters, groups, a course copied into a new term.

export const classes = {} as const;
