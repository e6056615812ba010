// Bytes to text. Decides by what the bytes are, never by a file's name, and refuses rather than guess:
// a text in the wrong encoding would be anchored to, and nobody could mend it later.

import type { Said } from '#lib/words/said.ts';
import { type Refused, refuse, sizeOf } from './refusal.ts';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
type Decoded = { ok: true; text: string; encoding: Encoding; report: Said[] } | Refused;

// First bytes of what people try to import by mistake, as Latin-1 text, with what it is.
const signatures: [offset: number, magic: string, kind: string][] = [
  [0, '%PDF-', 'pdf'],
  [0, 'PK\x03\x04', 'package'],
  [0, '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', 'office'],
  [0, '{\\rtf', 'rtf'],
  [0, '\x89PNG\r\n\x1A\n', 'picture'],
  [0, '\xFF\xD8\xFF', 'picture'],
  [0, 'GIF87a', 'picture'],
  [0, 'GIF89a', 'picture'],
  [0, 'II*\0', 'picture'],
  [0, 'MM\0*', 'picture'],
  [8, 'WEBP', 'picture'],
  [8, 'WAVE', 'sound'],
  [0, 'ID3', 'sound'],
  [0, 'OggS', 'sound'],
  [0, 'fLaC', 'sound'],
  [4, 'ftyp', 'media'],
  [0, '\x1A\x45\xDF\xA3', 'video'],
  [0, '\x1F\x8B', 'compressed'],
  [0, 'BZh', 'compressed'],
  [0, '7z\xBC\xAF', 'compressed'],
  [0, 'Rar!', 'compressed'],
  [0, '\x7FELF', 'program'],
  [0, 'MZ\x90\0', 'program'],
  [0, 'SQLite format 3\0', 'database'],
  [0, 'wOFF', 'font'],
  [0, 'wOF2', 'font'],
];

// Text holds hardly any control characters; compressed or compiled data holds about one in ten.
const maxControlShare = 0.02;
const fewControls = 4;
// Western texts are mostly ASCII; one with more of the upper half was written in another code page.
const maxUpperShare = 0.3;
const fewUpper = 8;

/**
 * Reads a file's bytes as text: UTF-8, UTF-16 (with a mark or recognised by its pattern), else Windows-1252.
 * @param maxBytes the largest file taken.
 * @returns the text as it stands (not yet canonical, without its byte-order mark), or why not.
 */
export function decode(bytes: Uint8Array, maxBytes: number): Decoded {
  if (bytes.length === 0) return refuse('empty', { key: 'refusal.noBytes' });
  if (bytes.length > maxBytes) return tooLarge(bytes.length, maxBytes);
  const known = signatures.find(([offset, magic]) => startsWith(bytes, offset, magic));
  if (known) return refuse('binary', { key: 'refusal.notText', values: { kind: known[2] } });
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  return isMostlyControls(decoded.text) ? refuse('binary', { key: 'refusal.fileOfData' }) : decoded;
}

/** The same checks for a text that was pasted and is a string already. */
export function acceptText(text: string, maxBytes: number): Decoded {
  if (text.trim() === '') return refuse('empty', { key: 'refusal.noWordsYet' });
  const size = new TextEncoder().encode(text).length;
  if (size > maxBytes) return tooLarge(size, maxBytes);
  if (isMostlyControls(text)) return refuse('binary', { key: 'refusal.data' });
  return { ok: true, text: text.replace(/^\uFEFF/, ''), encoding: 'utf-8', report: [] };
}

function tooLarge(size: number, maxBytes: number): Refused {
  const [is, most] = [sizeOf(size), sizeOf(maxBytes)];
  // As people say it, the one may be as much as the other.
  const isSame = is.count === most.count && is.unit === most.unit;
  if (isSame) return refuse('too-large', { key: 'refusal.textJustTooLarge', values: { most } });
  return refuse('too-large', { key: 'refusal.textTooLarge', values: { is, most } });
}

function startsWith(bytes: Uint8Array, offset: number, magic: string): boolean {
  for (let i = 0; i < magic.length; i++) if (bytes[offset + i] !== magic.charCodeAt(i)) return false;
  return true;
}

function decodeText(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, 0, '\xFF\xFE\0\0') || startsWith(bytes, 0, '\0\0\xFE\xFF')) return unknownEncoding();
  if (startsWith(bytes, 0, '\xFF\xFE')) return strict(bytes, 'utf-16le') ?? unknownEncoding();
  if (startsWith(bytes, 0, '\xFE\xFF')) return strict(bytes, 'utf-16be') ?? unknownEncoding();
  return unmarkedUtf16(bytes) ?? strict(bytes, 'utf-8') ?? windows1252(bytes);
}

function strict(bytes: Uint8Array, encoding: Encoding): Decoded | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return { ok: true, text, encoding, report: encoding === 'utf-8' ? [] : [{ key: 'remark.utf16' }] };
  } catch {
    return undefined; // not in this encoding: the caller tries the next
  }
}

/** UTF-16 without its mark: every space and line feed has a zero byte, always on the same side. */
function unmarkedUtf16(bytes: Uint8Array): Decoded | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const zeros = [0, 0];
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  // Prose in any script has a space or a line feed at least every hundred letters.
  if (Math.max(even, odd) < bytes.length / 200 || Math.min(even, odd) * 4 > Math.max(even, odd))
    return undefined;
  const decoded = strict(bytes, odd > even ? 'utf-16le' : 'utf-16be');
  return decoded?.ok && !/[\p{Co}\p{Cn}]/u.test(decoded.text) ? decoded : undefined;
}

function windows1252(bytes: Uint8Array): Decoded {
  const upper = bytes.reduce((n, byte) => (byte >= 0x80 ? n + 1 : n), 0);
  const text = new TextDecoder('windows-1252').decode(bytes);
  if (isMostlyControls(text)) return refuse('binary', { key: 'refusal.fileOfData' });
  const foreign = upper > fewUpper && upper / bytes.length > maxUpperShare;
  if (foreign || isDamagedUtf8(bytes)) return unknownEncoding();
  return { ok: true, text, encoding: 'windows-1252', report: [{ key: 'remark.windows1252' }] };
}

/** Many whole UTF-8 letters beside a few broken ones: a damaged file, which Windows-1252 would turn to gibberish. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const lenient = new TextDecoder('utf-8').decode(bytes);
  const broken = lenient.match(/\uFFFD/g)?.length ?? 0;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant
  const whole = lenient.match(/[^\x00-\x7F\uFFFD]/gu)?.length ?? 0;
  return whole > broken;
}

function unknownEncoding(): Refused {
  return refuse('encoding', { key: 'refusal.encoding' });
}

/** More control characters than any text has by accident. Tabs and line breaks are text. */
function isMostlyControls(text: string): boolean {
  const controls = text.match(/[^\P{Cc}\n\r\t\f\v\u0085]/gu)?.length ?? 0;
  return controls > fewControls && controls / text.length > maxControlShare;
}
