// How much of a class's doings is laid out: nothing but the work itself, counts by student, or also where along the
// text and between whom it happened. No level records more than another; reading time is recorded by none.

export const analyticsLevels = ['none', 'counts', 'full'] as const;
export type AnalyticsLevel = (typeof analyticsLevels)[number];
