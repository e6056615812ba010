// What is said of: the frame of a discussion: its bar, presence, palette, keys, moderation.

export const room = {} as const;
