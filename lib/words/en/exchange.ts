// What is said of: taking discussions out of a room and bringing them in, importing and correcting a reading.

export const exchange = {} as const;
