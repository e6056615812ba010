// An annotation that a program sends: read, anchored in the current text, and made the point it is to be.

import * as v from 'valibot';
import type { WriteRefusal } from '#lib/data/readings/writing.ts';
import { arrivalsOf, pointOf } from '#lib/exchange/discussions/incoming.ts';
import { readAnnotation } from '#lib/exchange/discussions/w3c-in.ts';
import type { Point, Ref } from '#lib/model/record.ts';
import { textOf } from '#lib/model/text/text.ts';
import { translatorOf } from '#lib/words/translate.ts';
import { readJson } from '../../../request.ts';
import { type Refusal, refused } from '../../../respond.ts';
import type { annotationsIn } from './container.ts';

type Container = Awaited<ReturnType<typeof annotationsIn>>;

/** Reads the body of a request. A passage that is not in the text is refused: it could only be attached to other words. */
export async function readPoint(
  request: Request,
  { discussion, addresses }: Container,
  key: string,
  at: string,
): Promise<{ ok: true; id: string; point: Point } | Refusal> {
  const body = await readJson(request, v.unknown());
  if (!body.ok) return body;
  const text = textOf(discussion.reading.blocks);
  const refs = new Map(discussion.entries.map(({ ref }) => [addresses.containerUrl + ref, ref]));
  const source = { text, readingUrl: addresses.readingUrl };
  const read = readAnnotation(body.value, key, source, (iri) => refs.has(iri));
  if (!read.ok) return refused('invalid', { say: () => read.message });
  const incoming = { ok: true as const, source: '', points: [{ ...read.point, at }], report: [] };
  const { arrivals } = arrivalsOf(incoming, discussion.texts, at, (iri): Ref | undefined => refs.get(iri));
  const [arrival] = arrivals;
  if (!arrival) throw new Error('one annotation was read and none came of it');
  if (read.point.passage && !arrival.point.anchor) return invalid('noPassage');
  if (arrival.links.length < read.point.links.length) return invalid('nothingAnswered');
  return { ok: true, id: arrival.id, point: pointOf(arrival, () => '') };
}

function invalid(what: 'noPassage' | 'nothingAnswered'): Refusal {
  return refused('invalid', { say: (locale) => translatorOf(locale, 'refusals.annotation')(what) });
}

/** The refusal of a change that was not written. */
export function notWritten(outcome: WriteRefusal): Refusal {
  switch (outcome.reason) {
    case 'not-allowed':
      return refused('not-allowed');
    case 'held':
      return refused('write-held');
    case 'interrupted':
      return refused('write-interrupted');
    case 'refused': {
      const code = outcome.refused[0]?.code;
      return refused('write-refused', code === undefined ? {} : { code });
    }
  }
}
