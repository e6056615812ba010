// Which editions of a reading the anchors of records name: those from which a way to the current one is needed.

import type { CounterpointRecord } from '../record.ts';

/** The editions in which these records have anchors. */
export function editionsNamed(
  reading: string,
  records: Iterable<{ value: CounterpointRecord }>,
): Set<string> {
  const named = new Set<string>();
  for (const { value } of records)
    if ('anchor' in value && value.anchor?.reading === reading) named.add(value.anchor.edition);
  return named;
}
