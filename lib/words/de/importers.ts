// What the server says of files, on their way in and out, in German.

import { cards } from './importers/cards.ts';
import { format, lost } from './importers/format.ts';
import { notes } from './importers/notes.ts';
import { refusal } from './importers/refusal.ts';
import { remark } from './importers/remark.ts';
import { roster } from './importers/roster.ts';

export const importers = {
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
