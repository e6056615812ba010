// What the server says of files, and no page: why one was refused, what was noticed on the way in, and what is lost on the way out.

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
    bytes: '{count, plural, one {# byte} other {# bytes}}',
  },
  /** A chapter that its book does not name. */
  part: 'Part {number, number}',
} as const;
