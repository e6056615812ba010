import { expect, it } from 'vitest';
import { mappingOf } from '#lib/model/editions/mapping.ts';
import type { CounterpointRecord, Entry, Point, Ref, Ruling } from '#lib/model/record.ts';
import { describe } from '#lib/model/text/anchor.ts';
import { type Annotation, annotationContext, annotationsOf } from './w3c.ts';

const roomUrl = 'https://talk.example/rooms/r';
const readingUrl = 'https://talk.example/readings/x';
const containerUrl = 'https://talk.example/api/rooms/r/annotations/';
const text = 'Peace 🕊🕊 is cheap.\nWar is not, and 🕊 costs nothing to draw.';

let seq = 0;
function entry<R extends CounterpointRecord>(participant: string, id: string, value: R): Entry<R> {
  seq++;
  const createdAt = new Date(Date.UTC(2025, 0, 1, 0, 0, seq)).toISOString();
  return { ref: `${participant}/${id}`, participant, id, value, seq, createdAt, acceptedAt: createdAt };
}
const point = (fields: Partial<Point>): Point => ({
  type: 'point',
  kind: 'comment',
  at: '2020-01-01T00:00:00.000Z',
  ...fields,
});
const answer = (to: Ref, fields: Partial<Point> = {}): Point =>
  point({ links: [{ to, stance: 'rebuts' }], body: 'No.', ...fields });
const anchorOf = (quote: string, whole = text) => {
  const start = whole.indexOf(quote);
  return describe({ start, end: start + quote.length }, whole, { reading: 'x', edition: 'e' });
};
const itemsOf = (entries: Entry[], whole = text, edition = 'e', mappings = {}) =>
  annotationsOf(entries, {
    containerUrl,
    roomUrl,
    readingUrl,
    reading: {
      id: 'x',
      edition,
      title: 'On Peace',
      blocks: whole.split('\n').map((text, i) => ({ id: `b${i + 1}`, type: 'paragraph', text })),
    },
    mappings,
    people: entries
      .filter(({ participant }) => participant !== 'stranger')
      .map(({ participant: id }) => ({ id, name: `Name of ${id}`, kind: 'member' })),
  });
const one = (value: Point, whole = text): Annotation | undefined =>
  itemsOf([entry('ada', 'p', value)], whole)[0];

it('declares our own terms beside those of the model', () => {
  const [model, ours] = annotationContext;
  expect(model).toBe('http://www.w3.org/ns/anno.jsonld');
  expect(Object.keys(ours)).toEqual(
    expect.arrayContaining(['kind', 'stance', 'links', 'withdrawn', 'hidden']),
  );
});

it('selects a passage by its quote and by its position in code points', () => {
  const target = one(point({ anchor: anchorOf('and 🕊 costs') }))?.target;
  const selected = 'and 🕊 costs';
  const start = [...text.slice(0, text.indexOf(selected))].length;
  expect(target).toEqual({
    type: 'SpecificResource',
    source: readingUrl,
    selector: [
      { type: 'TextQuoteSelector', exact: selected, prefix: expect.any(String), suffix: ' nothing to draw.' },
      { type: 'TextPositionSelector', start, end: start + [...selected].length },
    ],
  });
});

it('gives a long passage in full, and none a position that it does not have', () => {
  const long = Array.from({ length: 900 }, (_, i) => `word${i}`).join(' ');
  const anchor = anchorOf(long.slice(10, -10), long);
  expect(one(point({ anchor }), long)?.target).toMatchObject({
    selector: [{ exact: long.slice(10, -10) }, {}],
  });
  const gone = one(point({ anchor }), 'Another text.')?.target;
  expect(gone).toMatchObject({ selector: [{ type: 'TextQuoteSelector', exact: anchor.quote }] });
});

it('names the reading that a passage is of, where the room holds several', () => {
  const anchor = { ...anchorOf('War is not'), reading: 'y' };
  expect(one(point({ anchor }))?.target).toMatchObject({
    source: 'https://talk.example/readings/y',
    selector: [{ type: 'TextQuoteSelector', exact: 'War is not' }],
  });
});

it('carries a passage of an earlier version, and takes the one that an instructor placed', () => {
  const later = text.replace('Peace', 'Lasting peace').replace('nothing to draw', 'little');
  const mappings = { e: mappingOf(text, later) };
  const note = entry('ada', 'p', point({ anchor: anchorOf('🕊 costs nothing') }));
  const placing = entry('tom', 'p', {
    type: 'placing',
    of: note.ref,
    from: { edition: 'e', start: note.value.anchor?.start ?? 0, end: note.value.anchor?.end ?? 0 },
    anchor: { ...anchorOf('is cheap', later), edition: 'e2' },
    at: '2025-01-01T00:00:00.000Z',
  } satisfies CounterpointRecord);
  const exactOf = (entries: Entry[]) => JSON.stringify(itemsOf(entries, later, 'e2', mappings)[0]?.target);
  const war = entry('ada', 'q', point({ anchor: anchorOf('War is not') }));
  expect(exactOf([war])).toContain('"exact":"War is not"');
  expect(exactOf([note, placing])).toContain('"exact":"is cheap"');
});

it.each([
  ['highlight', 'highlighting'],
  ['comment', 'commenting'],
  ['question', 'questioning'],
  ['claim', 'assessing'],
] as const)('takes a %s for %s', (kind, motivation) => {
  expect(one(point({ kind }))).toMatchObject({ motivation, kind, target: readingUrl });
});

it('keeps replies with their stance, and a stance towards the reading', () => {
  const claim = entry('ada', 'c', point({ kind: 'claim', links: [{ to: 'reading', stance: 'rebuts' }] }));
  const reply = entry('bea', 'r', answer(claim.ref, { links: [{ to: claim.ref, stance: 'qualifies' }] }));
  const cited = entry('chidi', 'a', answer(reply.ref, { anchor: anchorOf('War is not') }));
  const [first, second, third] = itemsOf([cited, claim, reply]);
  expect(first).toMatchObject({ motivation: 'assessing', stance: 'rebuts', target: readingUrl });
  expect(second).toMatchObject({
    motivation: 'replying',
    stance: 'qualifies',
    target: first?.id,
    body: [{ type: 'TextualBody', value: 'No.', purpose: 'replying', format: 'text/markdown' }],
  });
  expect(third?.target).toEqual([second?.id, expect.objectContaining({ source: readingUrl })]);
});

it('keeps what an undercut attacks, and every link of a point with several', () => {
  const claim = entry('ada', 'c', point({}));
  const reply = entry('bea', 'r', answer(claim.ref));
  const links = [{ to: reply.ref, stance: 'undercuts' as const, on: claim.ref }];
  const undercut = entry('eve', 'u', answer(reply.ref, { links }));
  const items = itemsOf([claim, reply, undercut]);
  expect(items[2]?.links).toEqual([{ to: items[1]?.id, stance: 'undercuts', on: items[0]?.id }]);
  expect(items[1]?.links).toBeUndefined();
});

it('says who and when by the server, and no name that may not be known', () => {
  const edited = { ...entry('ada', 'p', point({ body: 'a' })), acceptedAt: '2026-01-01T00:00:00.000Z' };
  const unknown = entry('stranger', 'p', point({ body: 'b' }));
  const [mine, theirs] = itemsOf([edited, unknown]);
  expect(mine).toMatchObject({
    creator: { type: 'Person', name: 'Name of ada' },
    created: edited.createdAt,
    modified: '2026-01-01T00:00:00.000Z',
  });
  expect(theirs).not.toHaveProperty('creator');
  expect(theirs).not.toHaveProperty('modified');
});

it('keeps a withdrawn point without words only while somebody answers it', () => {
  const answeredOne = entry('ada', 'w', point({ withdrawn: true, anchor: anchorOf('Peace') }));
  const alone = entry('ada', 'x', point({ withdrawn: true }));
  const reply = entry('bea', 'r', answer(answeredOne.ref));
  const items = itemsOf([answeredOne, alone, reply]);
  expect(items.map((item) => item.id)).toEqual([`${containerUrl}ada/w`, `${containerUrl}bea/r`]);
  expect(items[0]).toMatchObject({ withdrawn: true });
  expect(items[0]).not.toHaveProperty('creator');
});

it('keeps no word of a hidden point, until it is shown again', () => {
  const rude = entry('dev', 'p', point({ body: 'rude words' }));
  const ruling = (act: Ruling['act']): Ruling => ({ type: 'ruling', of: rude.ref, act, at: rude.value.at });
  const hidden = entry('prof', 'h', ruling('hide'));
  expect(JSON.stringify(itemsOf([rude, hidden]))).not.toContain('rude');
  expect(JSON.stringify(itemsOf([rude, hidden, entry('prof', 's', ruling('show'))]))).toContain('rude');
});
