// What is said of: the frame of a discussion: its bar, presence, palette, keys, moderation.

export const room = { discussion: 'Discussion' } as const;
