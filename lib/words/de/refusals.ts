// What is said of: the answers of the API that refuse, by code; said by the server, in German.

export const refusals = {} as const;
