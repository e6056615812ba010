// A file of a discussion on its way in: bytes of an archive, or the text of another tool's annotations. It is large, so
// that whoever sends one is counted, and waits for others, before a byte of it is read.

import { atOnce, type Place } from '#lib/data/at-once.ts';
import type { Identity } from '#lib/data/people/identity.ts';
import { type Door, knock } from '#lib/data/rate-limits.ts';
import { settings } from '#lib/data/settings.ts';
import { translatorOf } from '#lib/words/translate.ts';
import type { Outcome } from './handle.ts';
import { readForm } from './request.ts';
import { type Refusal, refused } from './respond.ts';

/** Discussions are larger than texts: a room's document alone may be 50 MB before it is packed. */
const archiveFactor = 10;

type Upload = {
  ok: true;
  bytes: Uint8Array;
  /** The same as text, made when it is asked for: most of what comes is no text. */
  text: () => string;
  format: string | undefined;
  spaceId: string | undefined;
};

/** Goes on with a request whose body is large, once this account may send another one. */
export async function takingIn(
  { accountId }: Identity,
  door: Door,
  run: (place: Place) => Promise<Outcome>,
): Promise<Outcome> {
  const counted = await knock([door, accountId]);
  return counted.ok ? atOnce(door, accountId, run) : counted;
}

/** Reads the form's `file`, and its `format` and `spaceId` where they are given. */
export async function readUpload(request: Request): Promise<Upload | Refusal> {
  const read = await readForm(request, archiveFactor * settings().limits.importBytes);
  if (!read.ok) return read;
  const file = read.form.get('file');
  if (!(file instanceof File))
    return refused('invalid', { say: (locale) => translatorOf(locale, 'refusals')('noFile.broughtIn') });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const field = (name: string) => {
    const value = read.form.get(name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return {
    ok: true,
    bytes,
    text: () => new TextDecoder().decode(bytes),
    format: field('format'),
    spaceId: field('spaceId'),
  };
}
