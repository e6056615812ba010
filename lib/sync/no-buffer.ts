// What a browser gets for Node's Buffer: nothing, as lib0 expects of a browser (next.config.js).

export const Buffer = undefined;
