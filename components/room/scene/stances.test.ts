// No meaning by colour alone: whatever a note is or does, a sign and words of its own say it as well.

import { expect, it } from 'vitest';
import { kindLooks, stanceLooks } from './stances.ts';

it('[U15] [U55] every stance has an icon, words and a hue of its own', () => {
  const looks = Object.values(stanceLooks);
  for (const part of ['icon', 'label', 'act', 'between', 'color'] as const)
    expect(new Set(looks.map((look) => look[part])).size, part).toBe(looks.length);
});

it('[U55] every kind of note has an icon and a word of its own', () => {
  const looks = Object.values(kindLooks);
  for (const part of ['icon', 'label'] as const)
    expect(new Set(looks.map((look) => look[part])).size, part).toBe(looks.length);
});
