// The Web Annotation Protocol's container (https://www.w3.org/TR/annotation-protocol/): a room's annotations as an LDP
// container with pages, as a client prefers them. Pure: routes hand it the annotations and send what it gives.

import { createHash } from 'node:crypto';
import { type Annotation, annotationContext } from './w3c.ts';

const pageSize = 100;
const context = [annotationContext[0], 'http://www.w3.org/ns/ldp.jsonld', annotationContext[1]];

/** What a client wants to be given of a container (section 4.2). */
export type Preference = 'minimal' | 'iris' | 'descriptions';

const preferences: [address: string, preference: Preference][] = [
  ['http://www.w3.org/ns/ldp#PreferMinimalContainer', 'minimal'],
  ['http://www.w3.org/ns/oa#PreferContainedIRIs', 'iris'],
  ['http://www.w3.org/ns/oa#PreferContainedDescriptions', 'descriptions'],
];

/** Reads a `Prefer` header; a client that says nothing is given whole annotations. */
export function preferenceIn(header: string | null): { preference: Preference; isStated: boolean } {
  const included =
    /return=representation\s*;\s*include="([^"]*)"/i.exec(header ?? '')?.[1]?.split(/\s+/) ?? [];
  const known = preferences.find(([address]) => included.includes(address));
  return { preference: known?.[1] ?? 'descriptions', isStated: known !== undefined };
}

type Container = { url: string; label: string; items: readonly Annotation[] };

/** The container itself, with its first page inside unless only the least was asked for. */
export function containerOf({ url, label, items }: Container, preference: Preference) {
  const id = addressOf(url, preference);
  const last = Math.max(0, Math.ceil(items.length / pageSize) - 1);
  const { '@context': _, partOf: _collection, ...first } = pageOf({ url, label, items }, preference, 0) ?? {};
  const modified = newest(items);
  return {
    '@context': context,
    id,
    type: ['BasicContainer', 'AnnotationCollection'],
    label,
    total: items.length,
    ...(modified && { modified }),
    ...(items.length > 0 && {
      first: preference === 'minimal' ? pageAddress(url, preference, 0) : first,
      last: pageAddress(url, preference, last),
    }),
  };
}

/** One page, counted from 0; undefined past the last. An empty container has one empty page. */
export function pageOf({ url, label, items }: Container, preference: Preference, page: number) {
  const startIndex = page * pageSize;
  if (page > 0 && startIndex >= items.length) return undefined;
  const here = items.slice(startIndex, startIndex + pageSize);
  const modified = newest(items);
  return {
    '@context': context,
    id: pageAddress(url, preference, page),
    type: 'AnnotationPage',
    partOf: { id: addressOf(url, preference), label, total: items.length, ...(modified && { modified }) },
    startIndex,
    ...(page > 0 && { prev: pageAddress(url, preference, page - 1) }),
    ...(startIndex + pageSize < items.length && { next: pageAddress(url, preference, page + 1) }),
    items: preference === 'descriptions' ? here : here.map(({ id }) => id),
  };
}

/** One annotation as it is served alone. */
export function described(annotation: Annotation) {
  return { '@context': annotationContext, ...annotation };
}

/** A strong entity tag: it changes with the representation and with nothing else. */
export function tagOf(representation: unknown): string {
  return `"${createHash('sha256').update(JSON.stringify(representation)).digest('base64url').slice(0, 27)}"`;
}

/** Does one of the tags in `If-Match` or `If-None-Match` name this one? */
export function isTagged(header: string, tag: string): boolean {
  return header.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag);
}

function addressOf(url: string, preference: Preference): string {
  return preference === 'descriptions' ? url : `${url}?iris=1`;
}

function pageAddress(url: string, preference: Preference, page: number): string {
  return `${url}?iris=${preference === 'descriptions' ? 0 : 1}&page=${page}`;
}

function newest(items: readonly Annotation[]): string | undefined {
  return (
    items.map(({ modified, created }) => modified ?? created ?? '').reduce((a, b) => (a > b ? a : b), '') ||
    undefined
  );
}
