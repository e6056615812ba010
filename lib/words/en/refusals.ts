// What is said of: the answers of the API that refuse, by code; said by the server.

export const refusals = {} as const;
