// What kind of file these bytes are, by the bytes alone: names and content types are claims of whoever sent them.

import { unzipSync } from 'fflate';
import { type Refused, refuse } from './refusal.ts';

export type FileKind = 'pdf' | 'docx' | 'epub' | 'text';

/** A PDF may have some bytes before its mark; readers look this far. */
const pdfSearchBytes = 1024;
const maxEntriesLookedAt = 5000;

/** Tells the kind; what is a package of some other program is refused by its name. */
export function kindOf(bytes: Uint8Array): { ok: true; kind: FileKind } | Refused {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, pdfSearchBytes));
  if (/^[\s\S]{0,1019}%PDF-\d/.test(start) && !/^\s*<(?:!doctype|html)/i.test(start))
    return { ok: true, kind: 'pdf' };
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return kindOfPackage(bytes);
  if (start.startsWith('\xD0\xCF\x11\xE0') && isEncryptedOffice(bytes))
    return refuse('encrypted', { key: 'refusal.wordLocked' });
  return { ok: true, kind: 'text' };
}

function kindOfPackage(bytes: Uint8Array): { ok: true; kind: FileKind } | Refused {
  const names = namesIn(bytes);
  if (!names) return refuse('broken', { key: 'refusal.fileDamaged' });
  if (names.has('word/document.xml')) return { ok: true, kind: 'docx' };
  if (names.has('META-INF/container.xml')) return { ok: true, kind: 'epub' };
  if (names.has('content.xml') && names.has('META-INF/manifest.xml'))
    return refuse('binary', { key: 'refusal.openDocument' });
  if ([...names].some((name) => /^(?:xl|ppt)\//.test(name)))
    return refuse('binary', { key: 'refusal.spreadsheet' });
  return refuse('binary', { key: 'refusal.zip' });
}

function namesIn(bytes: Uint8Array): Set<string> | undefined {
  const names = new Set<string>();
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        if (names.size < maxEntriesLookedAt) names.add(name);
        return false;
      },
    });
    return names;
  } catch {
    return undefined;
  }
}

/** Office puts a locked file into an older kind of container, with an entry of this name in UTF-16. */
function isEncryptedOffice(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
}
