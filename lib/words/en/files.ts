// What the server says of files, and no page: why one was refused, what was noticed on the way in, and what is lost on the way out.

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
    bytes: '{count, plural, one {# byte} other {# bytes}}',
  },
  /** A chapter that its book does not name. */
  part: 'Part {number, number}',
} as const;
