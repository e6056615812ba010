// What is said of: rounds: formats, seats, clocks, ballots.

export const round = {} as const;
