// An annotation that a program sends: read, anchored in the current text, and made the point it is to be.

import * as v from 'valibot';
import type { WriteRefusal } from '#lib/data/readings/writing.ts';
import { arrivalsOf, pointOf } from '#lib/exchange/discussions/incoming.ts';
import { readAnnotation } from '#lib/exchange/discussions/w3c-in.ts';
import type { Point, Ref } from '#lib/model/record.ts';
import { textOf } from '#lib/model/text/text.ts';
import type { Outcome } from '../../../handle.ts';
import { readJson } from '../../../request.ts';
import { type Reason, type RefusalDetail, refused } from '../../../respond.ts';
import type { annotationsIn } from './container.ts';

type Container = Awaited<ReturnType<typeof annotationsIn>>;

/** Reads the body of a request. A passage that is not in the text is refused: it could only be attached to other words. */
export async function readPoint(
  request: Request,
  { discussion, addresses }: Container,
  key: string,
  at: string,
): Promise<{ ok: true; id: string; point: Point } | { ok: false; refusal: Outcome }> {
  const body = await readJson(request, v.unknown());
  if (!body.ok) return { ok: false, refusal: refused(body.reason, body.detail) };
  const text = textOf(discussion.reading.blocks);
  const refs = new Map(discussion.entries.map(({ ref }) => [addresses.containerUrl + ref, ref]));
  const source = { text, readingUrl: addresses.readingUrl };
  const read = readAnnotation(body.value, key, source, (iri) => refs.has(iri));
  if (!read.ok) return invalid(read.message);
  const incoming = { ok: true as const, source: '', points: [{ ...read.point, at }], report: [] };
  const { arrivals } = arrivalsOf(incoming, discussion.texts, at, (iri): Ref | undefined => refs.get(iri));
  const [arrival] = arrivals;
  if (!arrival) throw new Error('one annotation was read and none came of it');
  if (read.point.passage && !arrival.point.anchor)
    return invalid('The quoted passage is not in this text, or not only once. Nothing was written.');
  if (arrival.links.length < read.point.links.length)
    return invalid('The note that this one answers is not in this discussion. Nothing was written.');
  return { ok: true, id: arrival.id, point: pointOf(arrival, () => '') };
}

function invalid(message: string): { ok: false; refusal: Outcome } {
  return { ok: false, refusal: refused('invalid', { message }) };
}

/** The refusal of a change that was not written. */
export function notWritten(outcome: WriteRefusal): { ok: false; reason: Reason } & RefusalDetail {
  switch (outcome.reason) {
    case 'not-allowed':
      return { ok: false, reason: 'not-allowed' };
    case 'held':
      return { ok: false, reason: 'write-held' };
    case 'interrupted':
      return { ok: false, reason: 'write-interrupted' };
    case 'refused': {
      const code = outcome.refused[0]?.code;
      return { ok: false, reason: 'write-refused', ...(code !== undefined && { code }) };
    }
  }
}
