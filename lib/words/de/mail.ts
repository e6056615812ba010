// What is said of: letters: confirmations, resets, digests, personal links; said by the server, in German.

export const mail = {} as const;
