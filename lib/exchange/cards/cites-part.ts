// The parts of each cite, put into our own Word files beside the line in which they are read: that line alone cannot tell
// where an author ends and a qualification begins. Word hands such a part on when it saves.

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { citeParts } from '#lib/model/card/cite.ts';
import type { Cite } from '#lib/model/record.ts';

export const citesPart = 'customXml/item1.xml';
export const citesNamespace = 'urn:counterpoint:cites:1';
const relations = 'word/_rels/document.xml.rels';
const relationType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml';

/** What stands above a card’s words, line by line from the tag to the cite, and that cite’s parts. */
export type Headed = { head: string[]; cite: Cite };

/** Puts the cites into a Word file. */
export function withCites(file: Uint8Array, cites: readonly Headed[]): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(file);
  const related = strFromU8(parts[relations] ?? new Uint8Array());
  const relation = `<Relationship Id="rIdCites" Type="${relationType}" Target="../${citesPart}"/>`;
  parts[relations] = strToU8(related.replace('</Relationships>', `${relation}</Relationships>`));
  const items = cites.map((cite) => `<c>${escaped(JSON.stringify(cite))}</c>`).join('');
  parts[citesPart] = strToU8(
    `<?xml version="1.0" encoding="UTF-8"?><cites xmlns="${citesNamespace}">${items}</cites>`,
  );
  return zipSync(parts);
}

/** A cite as the line in which a Word file has it. */
export function citeLine(cite: Cite): string {
  return citeParts(cite)
    .map(({ text }) => clean(text))
    .join('');
}

/** On one line, and without what XML cannot hold at all: it would make the whole file unreadable. */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/\n/g, ' ')
    .replace(/[^\P{Cc}\t]|[\uFFFE\uFFFF]/gu, '');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\uFFFE\uFFFF]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`);
}
