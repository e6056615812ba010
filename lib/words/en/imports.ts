// What is said of: what became of a file: refusals and remarks of the importers; said by the server.

export const imports = {} as const;
