// What is said of: rounds: formats, seats, clocks, ballots, in German.

export const round = {} as const;
