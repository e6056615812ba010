// For tests: posts named in English.

import { translatorOf } from '#lib/words/translate.ts';
import type { Voice } from './voice.ts';

export const englishVoice: Voice = {
  locale: 'en',
  t: translatorOf('en', 'thread.spoken'),
  answers: translatorOf('en', 'terms.answers'),
};
