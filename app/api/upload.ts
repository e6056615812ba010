// A file of a discussion on its way in: bytes of an archive, or the text of another tool's annotations.

import { settings } from '#lib/data/settings.ts';
import { translatorOf } from '#lib/words/translate.ts';
import { readForm } from './request.ts';
import { type Refusal, refused } from './respond.ts';

/** Discussions are larger than texts: a room's document alone may be 50 MB before it is packed. */
const archiveFactor = 10;

type Upload = {
  ok: true;
  bytes: Uint8Array;
  text: string;
  format: string | undefined;
  spaceId: string | undefined;
};

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
    text: new TextDecoder().decode(bytes),
    format: field('format'),
    spaceId: field('spaceId'),
  };
}
