// What is said of: the frame of a discussion: its bar, presence, palette, keys, moderation, in German.

export const room = { discussion: 'Diskussion' } as const;
