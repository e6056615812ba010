// No meaning by colour alone: whatever a note is or does, a sign and words of its own say it as well.

import { expect, it } from 'vitest';
import { locales } from '#lib/model/manners.ts';
import { pointKinds, stances } from '#lib/model/record.ts';
import { translatorOf } from '#lib/words/translate.ts';
import { kindLooks, stanceLooks } from './stances.ts';

it('[U15] [U55] every stance has an icon and a hue of its own', () => {
  const looks = Object.values(stanceLooks);
  for (const part of ['icon', 'color'] as const)
    expect(new Set(looks.map((look) => look[part])).size, part).toBe(looks.length);
});

it('[U55] every kind of note has an icon of its own', () => {
  const looks = Object.values(kindLooks);
  expect(new Set(looks.map(({ icon }) => icon)).size).toBe(looks.length);
});

it.each(locales)('[U15] [U55] every stance and kind has words of its own in %s', (locale) => {
  const t = translatorOf(locale, 'terms');
  const names = { who: 'Ada', whom: 'Bea' };
  const said = [
    stances.map((stance) => t(`stance.${stance}`)),
    stances.map((stance) => t(`stanceAct.${stance}`)),
    stances.map((stance) => t(`answers.${stance}`, names)),
    pointKinds.map((kind) => t(`kind.${kind}`)),
    pointKinds.map((kind) => t(`kindAct.${kind}`)),
  ];
  for (const words of said) expect(new Set(words).size, words.join()).toBe(words.length);
});
