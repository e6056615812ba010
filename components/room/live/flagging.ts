// Flagging a note: the flags document is opened for as long as it takes to write into it. Nobody but its author and the
// instructors can open it.

import { flagsDocument } from '#lib/model/document.ts';
import { flagPoint } from '#lib/model/flag.ts';
import type { ParticipantId, Ref } from '#lib/model/record.ts';
import { syncUrl } from './use-room.ts';

/** How long the server may take before the page says that it did not work. */
const patienceMs = 10_000;

/** Brings a note to the instructors' notice; false where the server did not take it in time. */
export async function flagNote(
  room: string,
  participant: ParticipantId,
  of: Ref,
  reason: string,
): Promise<boolean> {
  const document = flagsDocument(room, participant);
  // Yjs comes late, and never on the server: two copies of it in one process do not know each other.
  const { connectDocument } = await import('#lib/sync/document-client.ts');
  const client = await connectDocument({ document, participant, syncUrl: syncUrl() });
  const { id, value } = flagPoint(of, reason, new Date().toISOString());
  const settled = new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), patienceMs);
    const look = () => {
      const { refused, gone } = client.state();
      if (client.unsettled() > 0 && refused.length === 0 && !gone) return;
      clearTimeout(timer);
      resolve(refused.length === 0 && !gone);
    };
    void client.put(id, value).then(() => {
      client.subscribe(look);
      look();
    });
  });
  return settled.finally(() => client.close());
}
