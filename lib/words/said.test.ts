// Sentences made of data: their values, sizes, and the language they are asked in.

import { expect, test } from 'vitest';
import { type Said, sentenceOf } from './said.ts';

const size = (count: number, unit: 'mb' | 'kb' | 'bytes') => ({ count, unit });

test.each<[Said, string, string]>([
  [
    { key: 'refusal.noBytes' },
    'This file is empty: it holds no bytes at all.',
    'Diese Datei ist leer: Sie enthält kein einziges Byte.',
  ],
  [
    { key: 'refusal.fileTooLarge', values: { is: size(1.5, 'mb'), most: size(1, 'bytes') } },
    'This file is 1.5 MB; a file may be 1 byte at most. Bring in a part of it.',
    'Diese Datei ist 1,5 MB groß; erlaubt sind höchstens 1 Byte. Lesen Sie einen Teil davon ein.',
  ],
  [
    { key: 'refusal.tooManyParagraphs', values: { count: 10_001, most: 10_000 } },
    'This text has 10,001 paragraphs; a reading may have 10,000. Import it in parts.',
    'Dieser Text hat 10.001 Absätze; erlaubt sind 10.000. Bringen Sie ihn in Teilen ein.',
  ],
  [
    { key: 'refusal.notText', values: { kind: 'pdf' } },
    'This is a PDF, not a text. If its words can be selected, copy them and paste them instead.',
    'Das ist eine PDF-Datei und kein Text. Lässt sich der Text darin markieren, dann kopieren Sie ihn und fügen Sie ihn hier ein.',
  ],
  [
    { key: 'remark.removed.soft hyphen', values: { count: 1 } },
    '1 soft hyphen removed.',
    '1 weiches Trennzeichen entfernt.',
  ],
])('%o', (said, english, german) => {
  expect(sentenceOf('en', said)).toBe(english);
  expect(sentenceOf('de', said)).toBe(german);
});
