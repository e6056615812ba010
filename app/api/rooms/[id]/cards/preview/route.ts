// POST: what a Word file of cards would come in as. Nothing is kept: whoever brings it in writes the records by sync, into
// their side's file or their own, as everything else that is said.

import { settings } from '#lib/data/settings.ts';
import { readCardsApart } from '#lib/exchange/worker/read-apart.ts';
import { sentenceOf } from '#lib/words/said.ts';
import { inRoom, type Outcome } from '../../../../handle.ts';
import { localeOf, readForm } from '../../../../request.ts';
import { refused, reply } from '../../../../respond.ts';
import { noFile, unreadFile } from '../../../../unread-file.ts';
import { takingIn } from '../../../../upload.ts';

export const POST = inRoom(({ request, identity }) =>
  takingIn(identity, 'import-account', () => preview(request)),
);

async function preview(request: Request): Promise<Outcome> {
  const { importFileBytes: fileBytes, importMs: timeoutMs } = settings().limits;
  const read = await readForm(request, fileBytes + 64 * 1024);
  if (!read.ok) return read;
  const file = read.form.get('file');
  if (!(file instanceof File)) return refused('invalid', { say: noFile });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const cards = await readCardsApart({ bytes, cards: { fileBytes } }, { signal: request.signal, timeoutMs });
  if (cards === null) return refused('cancelled');
  if (!cards.ok) return unreadFile(cards);
  const locale = localeOf(request);
  const report = cards.report.map((said) => sentenceOf(locale, said));
  return reply({ cards: cards.cards, report });
}
