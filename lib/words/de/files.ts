// What the server says of files, on their way in and out, in German.

import { cards } from './files/cards.ts';
import { format, lost } from './files/format.ts';
import { notes } from './files/notes.ts';
import { refusal } from './files/refusal.ts';
import { remark } from './files/remark.ts';
import { roster } from './files/roster.ts';

export const files = {
  cards,
  format,
  lost,
  notes,
  refusal,
  remark,
  roster,
  size: {
    mb: '{count, number} MB',
    kb: '{count, number} KB',
    bytes: '{count, plural, one {# Byte} other {# Bytes}}',
  },
  part: 'Teil {number, number}',
} as const;
