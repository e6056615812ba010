// For tests of the formats: a small discussion that holds one of everything that a format may or may not carry.

import {
  type CounterpointRecord,
  type Entry,
  type Point,
  type Ref,
  type Ruling,
  reactionId,
} from '#lib/model/record.ts';
import { describe } from '#lib/model/text/anchor.ts';
import { type Block, textOf } from '#lib/model/text/text.ts';
import { sentenceOf } from '#lib/words/said.ts';
import type { Discussion, Person } from './discussion.ts';
import { arrivalsOf, type Incoming, type NotRead, pointOf } from './incoming.ts';

const blocks: Block[] = [
  { id: 'b1', type: 'heading', level: 2, text: 'Bridges 🌉 and ferries' },
  {
    id: 'b2',
    type: 'paragraph',
    text: 'A ferry is slower than a bridge, and it is kinder to a harbour.',
    spans: [{ type: 'emphasis', start: 2, end: 7 }],
  },
  { id: 'b3', type: 'quotation', text: 'Whoever waits for a boat 🛥️ has time to look at water.' },
  { id: 'b4', type: 'paragraph', text: 'A toll pays for either; a tax pays for both.' },
];
export const readingText = textOf(blocks);

const names: Record<string, string> = {
  'ada-00000001': 'Ada Lovely',
  'bea-00000002': 'Béa O’Hara',
  'chi-00000003': 'Chidi',
  'pro-00000004': 'Prof. “Quo” Vadis',
};
export const people: Person[] = Object.entries(names).map(([id, name]) => ({
  id,
  name,
  role: id.startsWith('pro') ? 'owner' : 'member',
  kind: 'member',
}));
const [ada, bea, chi, pro] = Object.keys(names) as [string, string, string, string];

let seq = 0;
export function entry<R extends CounterpointRecord>(participant: string, id: string, value: R): Entry<R> {
  seq++;
  const createdAt = new Date(Date.UTC(2025, 0, 1, 0, 0, seq)).toISOString();
  return { ref: `${participant}/${id}`, participant, id, value, seq, createdAt, acceptedAt: createdAt };
}

export function point(fields: Partial<Point>): Point {
  return { type: 'point', kind: 'comment', at: '2024-12-31T23:59:00.000Z', ...fields };
}

export function anchorOn(quote: string) {
  const start = readingText.indexOf(quote);
  return describe({ start, end: start + quote.length }, readingText, {
    reading: 'reading-0001',
    edition: 'edition-0001',
  });
}

const rule = (act: Ruling['act'], of: Ref): Ruling => ({
  type: 'ruling',
  of,
  act,
  at: '2025-01-01T00:00:00.000Z',
});

/** Two threads: one argued with every stance, one resolved; something withdrawn, something hidden, a reaction. */
export function someEntries(): Entry[] {
  const claim = entry(
    ada,
    'claim',
    point({
      kind: 'claim',
      anchor: anchorOn('slower than a bridge'),
      links: [{ to: 'reading', stance: 'rebuts' }],
      body: '=Slower* is not worse.\n\n- It **leaves** time, [look](https://example.org/a(b)).\n- 1.5 hours: {fine} #ok',
      tags: ['speed', 'what is time?'],
    }),
  );
  const no = entry(
    bea,
    'no',
    point({ links: [{ to: claim.ref, stance: 'rebuts' }], body: 'Not for those who work.' }),
  );
  const step = entry(
    chi,
    'step',
    point({
      links: [{ to: no.ref, stance: 'undercuts', on: claim.ref }],
      body: 'Who works may still wait.',
      anchor: anchorOn('boat 🛥️ has'),
    }),
  );
  const asks = entry(
    bea,
    'asks',
    point({ kind: 'question', links: [{ to: claim.ref, stance: 'asks' }], body: 'Slower by how much?' }),
  );
  const but = entry(
    chi,
    'but',
    point({ links: [{ to: asks.ref, stance: 'qualifies' }], body: 'By enough, but not by a day.' }),
  );
  const toll = entry(bea, 'toll', point({ anchor: anchorOn('A toll pays for either'), body: 'Who pays?' }));
  const both = entry(
    ada,
    'both',
    point({
      links: [
        { to: toll.ref, stance: 'supports' },
        { to: no.ref, stance: 'concedes' },
      ],
      body: 'The one who crosses.',
    }),
  );
  const mark = entry(ada, 'mark', point({ kind: 'highlight', anchor: anchorOn('kinder to a harbour') }));
  const back = entry(ada, 'back', point({ withdrawn: true, links: [{ to: toll.ref, stance: 'rebuts' }] }));
  const onBack = entry(
    bea,
    'on-back',
    point({ links: [{ to: back.ref, stance: 'supports' }], body: 'I had agreed.' }),
  );
  const rude = entry(
    chi,
    'rude',
    point({ links: [{ to: toll.ref, stance: 'rebuts' }], body: 'A rude word.' }),
  );
  const like = entry(bea, reactionId('helpful', claim.ref), {
    type: 'reaction',
    of: claim.ref,
    kind: 'helpful',
  });
  const hide = entry(pro, 'hide', rule('hide', rude.ref));
  const done = entry(pro, 'done', rule('resolve', toll.ref));
  return [claim, no, step, asks, but, toll, both, mark, back, onBack, rude, like, hide, done];
}

export function someDiscussion(entries: Entry[] = someEntries()): Discussion {
  return {
    room: {
      id: 'room-00000001',
      title: 'Ferries: {slow} & “kind”',
      kind: 'seminar',
      url: 'https://talk.example/rooms/room-00000001',
    },
    reading: {
      id: 'reading-0001',
      edition: 'edition-0001',
      title: 'On <ferries>',
      byline: 'By a Passenger',
      source: 'https://example.org/ferries',
      url: 'https://talk.example/readings/reading-0001',
      blocks,
    },
    mappings: {},
    people,
    entries,
    whole: {
      settings: {},
      isClosed: false,
      side: null,
      hasReviews: false,
      hasFlags: false,
      readings: async () => [
        { id: 'reading-0001', editions: [{ edition: 'edition-0001', title: 'On <ferries>', blocks }] },
      ],
      history: async () =>
        entries.map(({ ref, seq: n, value, acceptedAt }) => ({
          ref,
          seq: n ?? 0,
          value,
          acceptedAt: acceptedAt ?? '',
        })),
      preparation: async () => ({ entries: [], history: [] }),
    },
  };
}

export async function bytesOf(
  parts: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const part of parts)
    chunks.push(typeof part === 'string' ? new TextEncoder().encode(part) : part);
  return new Uint8Array(Buffer.concat(chunks));
}

export async function textFrom(parts: Parameters<typeof bytesOf>[0]): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf(parts));
}

/** A point that came in, as tests compare it: who said it, how, on what, to whom. */
export type Told = {
  author: string;
  kind: string;
  body: string;
  at: string;
  tags: readonly string[];
  quote: string | undefined;
  start: number | undefined;
  /** Each link as its stance and the words of what it answers. */
  answers: string[];
};

/** Brings a file in as an import does, under participants called by their names, and tells what came of it. */
export function toldBy(incoming: Incoming | NotRead): { told: Told[]; report: string[] } {
  if (!incoming.ok) throw new Error(sentenceOf('en', incoming.said));
  const reading = { id: 'reading-0001', edition: 'edition-0001', title: 'A text', text: readingText };
  const { arrivals, report } = arrivalsOf(incoming, [reading], '2026-01-01T00:00:00.000Z');
  const ids = new Map<string, string>();
  const participantOf = (author: string) => {
    const id = ids.get(author) ?? `p${ids.size}`;
    ids.set(author, id);
    return id;
  };
  const points = arrivals.map((arrival) => ({
    ref: `${participantOf(arrival.author)}/${arrival.id}`,
    author: arrival.author.replace(/, imported from .*$/, ''),
    value: pointOf(arrival, participantOf),
  }));
  const wordsAt = new Map(points.map(({ ref, value }) => [ref, value.body ?? value.anchor?.quote ?? '']));
  const told = points.map(({ author, value }) => ({
    author,
    kind: value.kind,
    body: value.body ?? '',
    at: value.at,
    tags: value.tags ?? [],
    quote: value.anchor?.quote,
    start: value.anchor?.start,
    answers: (value.links ?? []).map(({ to, stance, on }) =>
      [stance, to === 'reading' ? 'the reading' : wordsAt.get(to), on && `about ${wordsAt.get(on)}`]
        .filter(Boolean)
        .join(' '),
    ),
  }));
  return { told, report: report.map((said) => sentenceOf('en', said)) };
}
