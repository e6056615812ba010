// When the server accepted what, as TIMES tells it (103).

import type { RecordTimes } from '#lib/data/store/loading.ts';
import type { Batch } from '#lib/data/store/log.ts';
import type { Ref } from '#lib/model/record.ts';
import type { TimesRow } from '#lib/sync/wire/protocol.ts';

/** Keeps what is told of a batch, from when it is on disk. */
export function keepTimes(times: Map<Ref, RecordTimes>, { standing, acceptedAt }: Batch): void {
  for (const { ref, seq } of standing) {
    const known = times.get(ref);
    times.set(ref, {
      seq: known?.seq ?? seq,
      acceptedAt,
      createdAt: known?.createdAt ?? acceptedAt,
    });
  }
}

/** What is told of these records. */
export function rowsOf(times: ReadonlyMap<Ref, RecordTimes>, refs: Iterable<Ref>): TimesRow[] {
  const rows: TimesRow[] = [];
  for (const ref of refs) {
    const known = times.get(ref);
    if (known) rows.push([ref, known.seq, known.acceptedAt, known.createdAt]);
  }
  return rows;
}
