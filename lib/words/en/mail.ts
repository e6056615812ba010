// What is said of: letters: confirmations, resets, digests, personal links; said by the server.

export const mail = {} as const;
