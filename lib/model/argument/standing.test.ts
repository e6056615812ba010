// Standing is Dung's grounded semantics and nothing else: textbook cases by hand, random graphs against brute force.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CounterpointRecord, Entry, Link, Point, Ref, RulingAct, Stance } from '../record.ts';
import { partsOf } from '../record.ts';
import {
  isUndercut,
  keepStandings,
  type StandingsOfRoom,
  standingsOf,
  turningPointsOf,
  whyOf,
} from './standing.ts';

const at = '2026-03-01T10:00:00.000Z';
const marks: Record<string, Stance> = {
  '!': 'rebuts',
  '/': 'undercuts',
  '+': 'supports',
  '~': 'qualifies',
  '?': 'asks',
  '=': 'concedes',
};

function entry(ref: Ref, value: CounterpointRecord, seq: number): Entry {
  return { ref, ...partsOf(ref), value, seq, createdAt: at, acceptedAt: at };
}

/** `b!a` b rebuts a; `c/b` c undercuts b's link to its parent; `c/b>a` the one to a; `b!a,!d` two links. One author each. */
function said(sketch: string): Entry<Point>[] {
  return sketch.split(' ').map((words, i) => {
    const [id = '', ...rest] = words.split(/(?=[!/+~?=])/);
    const links = rest.map((word): Link => {
      const [to, on] = word.replace(',', '').slice(1).split('>');
      const stance = marks[word[0] ?? ''] ?? 'asks';
      return { to: `${to}/1`, stance, ...(on ? { on: `${on}/1` as Ref } : {}) };
    });
    const value: Point = { type: 'point', kind: 'claim', at, body: id, ...(links.length ? { links } : {}) };
    return entry(`${id}/1`, value, i + 1) as Entry<Point>;
  });
}

const ruling = (act: RulingAct, of: Ref, seq: number) =>
  entry(`t/${seq}`, { type: 'ruling', act, of, at }, seq);
const letters: Record<string, string> = {
  'not-challenged': 'n',
  answered: 'a',
  unanswered: 'u',
  disputed: 'd',
};
const sketchOf = ({ of }: StandingsOfRoom) =>
  [...of].map(([ref, standing]) => `${partsOf(ref).participant}:${letters[standing]}`).join(' ');

describe('standingsOf', () => {
  it.each([
    ['a point that nobody answers', 'a', 'a:n'],
    ['an objection', 'a b!a', 'a:u b:n'],
    ['an answered objection (reinstatement)', 'a b!a c!b', 'a:a b:u c:n'],
    ['one answer for two objections is not enough', 'a b!a d!a c!b', 'a:u b:u d:n c:n'],
    ['two points that rebut each other (the Nixon diamond)', 'a!b b!a', 'a:d b:d'],
    ['an odd circle', 'a!c b!a c!b', 'a:d b:d c:d'],
    ['a point that rebuts itself', 'a!a b!a', 'a:u b:n'],
    ['what a self-rebutting point rebuts', 'a!a b c!b,!b', 'a:d b:u c:n'],
    ['only a self-rebutting objection', 'b a!a,!b', 'b:d a:d'],
    ['floating defeat: whichever wins, c loses, yet nothing is decided', 'a!b b!a c d!c', 'a:d b:d c:u d:n'],
    ['floating acceptance stays disputed', 'a!b,!c b!a,!c c!d d', 'a:d b:d c:d d:d'],
    ['a circle broken from outside', 'a!b b!a x!a', 'a:u b:a x:n'],
    [
      'support, questions, reservations and grants change nothing',
      'a b+a c?a d~a e=a',
      'a:n b:n c:n d:n e:n',
    ],
    ['an undercut takes the objection away, not the point that made it', 'a b!a c/b', 'a:a b:n c:n'],
    ['an undercut of the undercut brings it back', 'a b!a c/b d/c', 'a:u b:n c:n d:n'],
    ['a rebuttal of who undercuts brings it back, too', 'a b!a c/b d!c', 'a:u b:n c:u d:n'],
    ['an undercut attacks the link it names and no other', 'a x b!a,!x c/b>x', 'a:u x:a b:n c:n'],
    ['an undercut of a link that is not there attacks nothing', 'a x b!a c/b>x', 'a:u x:n b:n c:n'],
    ['an undercut of a supporting link changes no standing', 'a b+a c/b', 'a:n b:n c:n'],
    ['one may undercut one’s own objection', 'a b!a,/b', 'a:a b:n'],
    ['who is answered answers nothing, by whichever of its links', 'a b!a,/b c!b', 'a:a b:u c:n'],
    ['what answers a missing point', 'b!gone c!b', 'b:u c:n'],
    ['one point may answer several', 'a b c!a,!b d!c', 'a:a b:a c:u d:n'],
  ])('%s', (_, sketch, expected) => {
    expect(sketchOf(standingsOf(said(sketch)))).toBe(expected);
  });

  it('the picture of the map: answered twice over', () => {
    const room = standingsOf(said('ada chidi!ada dev+ada bea/chidi eve!chidi'));
    expect(room.of.get('ada/1')).toBe('answered');
    expect(whyOf(room, 'ada/1')).toEqual([
      {
        by: 'chidi/1',
        label: 'out',
        answers: [
          { by: 'eve/1', stance: 'rebuts' },
          { by: 'bea/1', stance: 'undercuts' },
        ],
      },
    ]);
    // Answering Eve or Bea alone would not be enough.
    expect(turningPointsOf(room, 'ada/1')).toEqual(['ada/1']);
  });

  it('an objection to the reading attacks nothing', () => {
    const link: Link = { to: 'reading', stance: 'rebuts' };
    const value: Point = { type: 'point', kind: 'claim', at, links: [link] };
    expect(sketchOf(standingsOf([entry('a/1', value, 1)]))).toBe('a:n');
  });

  it('[U18] a withdrawn point does not count, nor what was said by its link', () => {
    const [a, b, c] = said('a b!a c/b');
    const withdrawn = { ...b, value: { ...b?.value, body: undefined, withdrawn: true } } as Entry;
    expect(sketchOf(standingsOf([a, withdrawn, c] as Entry[]))).toBe('a:n c:n');
  });

  it('[U43] a hidden point counts again once it is shown', () => {
    const points = said('a b!a');
    const hidden = [...points, ruling('hide', 'b/1', 9)];
    expect(sketchOf(standingsOf(hidden))).toBe('a:n');
    expect(sketchOf(standingsOf([...hidden, ruling('show', 'b/1', 10)]))).toBe('a:u b:n');
    expect(sketchOf(standingsOf([...points, ruling('resolve', 'b/1', 9)]))).toBe('a:u b:n');
  });

  it('marks what the author of the answered point grants, and nobody else’s grant', () => {
    const [a, b, other] = said('a b!a c=b');
    const grant: Point = { type: 'point', kind: 'comment', at, links: [{ to: 'b/1', stance: 'concedes' }] };
    const room = standingsOf([a, b, other, entry('a/2', grant, 9)] as Entry[]);
    expect([...room.grantedBy]).toEqual([['b/1', ['a']]]);
    expect(room.of.get('a/1')).toBe('unanswered');
  });

  it('tells which links do not hold', () => {
    const room = standingsOf(said('a b+a c/b d!a'));
    expect([isUndercut(room, 'b/1', 'a/1'), isUndercut(room, 'd/1', 'a/1')]).toEqual([true, false]);
    expect(isUndercut(standingsOf(said('a b+a c/b e!c')), 'b/1', 'a/1')).toBe(false);
  });

  it('stays the same object while only reactions come in', () => {
    const points = said('a b!a');
    const before = standingsOf(points);
    const reaction = entry('c/helpful:a/1', { type: 'reaction', of: 'a/1', kind: 'helpful' }, 8);
    expect(keepStandings(before, standingsOf([...points, reaction]))).toBe(before);
    expect(keepStandings(before, standingsOf(said('a b!a c!b')))).not.toBe(before);
  });
});

describe('random debates', () => {
  const names = Array.from({ length: 80 }, (_, i) => `a${i}`);
  /** Points with links to any others and to themselves: circles, undercuts with and without a step to attack. */
  const debates = (points: number, links: number) =>
    fc
      .array(
        fc.record({
          from: fc.nat(points - 1),
          to: fc.nat(points),
          on: fc.option(fc.nat(points - 1)),
          stance: fc.constantFrom<Stance>(
            'rebuts',
            'rebuts',
            'undercuts',
            'undercuts',
            'supports',
            'concedes',
          ),
        }),
        { maxLength: links },
      )
      .map((rows) =>
        names.slice(0, points).map((name, i): Entry<Point> => {
          const own = rows.filter(({ from }) => from === i);
          const linked = own.map(
            ({ to, on, stance }): Link => ({
              to: `${names[to] ?? 'gone'}/1`,
              stance,
              ...(stance === 'undercuts' && on !== null ? { on: `${names[on]}/1` as Ref } : {}),
            }),
          );
          const value: Point = { type: 'point', kind: 'claim', at, ...(own.length ? { links: linked } : {}) };
          return entry(`${name}/1`, value, i + 1) as Entry<Point>;
        }),
      );

  /** Each point rebuts the one before it, but for some that answer one further back instead. */
  const chains = (points: number) =>
    fc.array(fc.nat(points * 3), { minLength: points, maxLength: points }).map((jumps) =>
      jumps.map((jump, i): Entry<Point> => {
        const to: Ref = `a${jump < i ? jump : Math.max(0, i - 1)}/1`;
        const links: Link[] = i === 0 ? [] : [{ to, stance: 'rebuts' }];
        return entry(`a${i}/1`, { type: 'point', kind: 'claim', at, links }, i + 1) as Entry<Point>;
      }),
    );

  it('agree with the smallest complete extension, found by trying every set', () => {
    fc.assert(
      fc.property(debates(4, 6), (entries) => {
        expect(labelsIn(standingsOf(entries))).toEqual(bruteLabels(entries, smallestComplete));
      }),
      { numRuns: 300 },
    );
  });

  it('agree with the fixed point of what is acceptable', () => {
    fc.assert(
      fc.property(debates(8, 24), (entries) => {
        expect(labelsIn(standingsOf(entries))).toEqual(bruteLabels(entries, leastFixedPoint));
      }),
      { numRuns: 500 },
    );
  });

  it('obey the laws of labellings: in when all that attacks is out, out when something that attacks is in', () => {
    fc.assert(
      fc.property(debates(8, 24), (entries) => {
        const { graph, labels } = standingsOf(entries);
        graph.points.forEach((_, place) => {
          const against = (graph.attackers[place] ?? []).map((node) => labels[node]);
          expect(labels[place] === 'in').toBe(against.every((label) => label === 'out'));
          expect(labels[place] === 'out').toBe(against.includes('in'));
        });
      }),
    );
  });

  it('give the same standings whatever order the records come in', () => {
    fc.assert(
      fc.property(
        debates(6, 12).chain((entries) =>
          fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: 6, maxLength: 6 })),
        ),
        ([entries, shuffled]) => {
          expect(sketchOf(standingsOf(shuffled))).toBe(sketchOf(standingsOf(entries)));
        },
      ),
    );
  });

  const foundByTrying = (room: StandingsOfRoom, entries: readonly Entry<Point>[], asked: Ref) =>
    entries
      .map(({ ref }) => ref)
      .filter((ref) => standingsOf([...entries, rebuttalOf(ref)]).of.get(asked) !== room.of.get(asked));

  it('change exactly where it was said that one new rebuttal would change them', () => {
    fc.assert(
      fc.property(debates(7, 16), fc.nat(6), (entries, pick) => {
        const room = standingsOf(entries);
        const asked = entries[pick]?.ref ?? 'a0/1';
        expect(turningPointsOf(room, asked)).toEqual(foundByTrying(room, entries, asked));
      }),
      { numRuns: 500 },
    );
  });

  it('do so too where more points bear on one than are tried at once', () => {
    fc.assert(
      fc.property(fc.oneof(debates(80, 110), chains(80)), (entries) => {
        const room = standingsOf(entries);
        for (const asked of ['a0/1', 'a40/1'] as Ref[])
          expect(turningPointsOf(room, asked)).toEqual(foundByTrying(room, entries, asked));
      }),
      { numRuns: 60 },
    );
  });

  it('name every objection, and for each answered one who answered it', () => {
    fc.assert(
      fc.property(debates(7, 16), (entries) => {
        const room = standingsOf(entries);
        for (const [ref, standing] of room.of) {
          const why = whyOf(room, ref);
          expect(why.length > 0).toBe(standing !== 'not-challenged');
          expect(why.some(({ label }) => label === 'in')).toBe(standing === 'unanswered');
          for (const { label, answers } of why) expect(answers.length > 0).toBe(label === 'out');
        }
      }),
    );
  });
});

const rebuttalOf = (ref: Ref) =>
  entry('new/1', { type: 'point', kind: 'comment', at, links: [{ to: ref, stance: 'rebuts' }] }, 99);

function labelsIn({ of }: StandingsOfRoom): Record<string, 'in' | 'out' | 'undecided'> {
  const label = { 'not-challenged': 'in', answered: 'in', unanswered: 'out', disputed: 'undecided' } as const;
  return Object.fromEntries([...of].map(([ref, standing]) => [ref, label[standing]]));
}

// A second way to the same, as plainly as the definition: nodes, who defeats whom, and sets of nodes.

type Defeats = ReadonlyMap<string, readonly string[]>;
type Semantics = (nodes: readonly string[], attackersOf: Defeats) => ReadonlySet<string>;

function bruteLabels(entries: readonly Entry<Point>[], grounded: Semantics) {
  const points = entries.map(({ ref }) => ref as string);
  const links = entries.flatMap(({ ref, value }) =>
    (value.links ?? []).map((link, i) => ({ ...link, name: `${ref}#${i}`, from: ref as string, value })),
  );
  const parents = new Map(entries.map(({ ref, value }) => [ref as string, value.links?.[0]?.to as string]));
  const attackersOf = new Map<string, string[]>(
    [...points, ...links.map(({ name }) => name)].map((n) => [n, []]),
  );
  for (const attack of links) {
    const { to, stance, name } = attack;
    if (stance === 'rebuts') attackersOf.get(to)?.push(name);
    for (const { name: other, from, to: beyond } of links) {
      const isCut = from === to && beyond === (attack.on ?? parents.get(to)) && points.includes(beyond);
      // Whoever attacks a point attacks all that it says of others.
      if (stance === 'rebuts' ? from === to : stance === 'undercuts' && isCut)
        attackersOf.get(other)?.push(name);
    }
  }
  const inside = grounded([...attackersOf.keys()], attackersOf);
  return Object.fromEntries(
    points.map((node) => {
      const against = attackersOf.get(node) ?? [];
      if (inside.has(node)) return [node, 'in'];
      return [node, against.some((attacker) => inside.has(attacker)) ? 'out' : 'undecided'];
    }),
  );
}

/** All that the set defends: every attacker is attacked from within it. */
function defended(set: ReadonlySet<string>, nodes: readonly string[], attackersOf: Defeats): Set<string> {
  const isBeaten = (node: string) => (attackersOf.get(node) ?? []).some((attacker) => set.has(attacker));
  return new Set(nodes.filter((node) => (attackersOf.get(node) ?? []).every(isBeaten)));
}

function leastFixedPoint(nodes: readonly string[], attackersOf: Defeats): Set<string> {
  let set = new Set<string>();
  for (;;) {
    const next = defended(set, nodes, attackersOf);
    if (next.size === set.size) return set;
    set = next;
  }
}

function smallestComplete(nodes: readonly string[], attackersOf: Defeats): Set<string> {
  let smallest: Set<string> | undefined;
  for (let bits = 0; bits < 2 ** nodes.length; bits++) {
    const set = new Set(nodes.filter((_, i) => (bits >> i) & 1));
    if (smallest && set.size >= smallest.size) continue;
    const isFree = [...set].every((node) => !(attackersOf.get(node) ?? []).some((other) => set.has(other)));
    const kept = isFree && defended(set, nodes, attackersOf);
    if (kept && kept.size === set.size && [...set].every((node) => kept.has(node))) smallest = set;
  }
  return smallest ?? new Set();
}
