// What the class of the pictures says: in the seminar beside the text, in the round on its flow. Invented, like the
// people.

import { newId, type RoomId } from '#lib/data/ids.ts';
import { roomView } from '#lib/data/readings/rooms.ts';
import { operatorRoom } from '#lib/data/spaces/access.ts';
import { type Point, type Ref, reactionId, refOf, type Stance } from '#lib/model/record.ts';
import { describe } from '#lib/model/text/anchor.ts';
import { textOf } from '#lib/model/text/text.ts';
import { authorIn, type InsideAuthor } from '#server/inside/author.ts';
import type { Class } from './class.ts';

/** `by`: which of the students. */
type Answer = { by: number; stance: Stance; body: string; speech?: string; answers?: Answer[] };
type Thread = Omit<Answer, 'stance'> & {
  quote?: string;
  kind?: Point['kind'];
  stance?: Stance;
  sheet?: string;
};

const seminar: Thread[] = [
  {
    by: 0,
    quote: 'Opening it costs one salary; keeping it shut costs a town its habit of reading',
    kind: 'claim',
    body: 'The whole piece rests on this sum, and only one side of it is a number. What is a habit worth, and who would pay for it?',
    answers: [
      {
        by: 1,
        stance: 'supports',
        body: 'And the other side is counted every year: loans fell by a third after the Saturday hours were cut.',
        answers: [
          {
            by: 2,
            stance: 'qualifies',
            body: 'They fell in towns that cut nothing, too. It may be the hours; it may be phones.',
          },
        ],
      },
      {
        by: 3,
        stance: 'rebuts',
        body: 'One salary is not the cost. Heat, light and a second pair of hands for safety come to about twice that.',
        answers: [
          { by: 0, stance: 'concedes', body: 'Fair. Two salaries, then. I still think it is cheap.' },
        ],
      },
    ],
  },
  {
    by: 2,
    quote: 'The council answers that nobody asked',
    kind: 'comment',
    stance: 'undercuts',
    body: 'Silence is evidence of nothing here: whoever works six days has no time to petition on the seventh.',
    answers: [{ by: 1, stance: 'asks', body: 'Would a survey at the factory gates settle it?' }],
  },
  {
    by: 1,
    quote: 'Count instead the children who wait on the steps on Saturday at ten to six',
    kind: 'question',
    body: 'Has anyone counted them? It is the only test in the text that we could run ourselves.',
  },
  {
    by: 3,
    quote: 'a Sunday must be paid as a Sunday, and shared in turn',
    kind: 'highlight',
    body: '',
  },
  {
    by: 3,
    quote: 'A quiet room with a lamp in it is the cheapest thing a town can give',
    kind: 'comment',
    body: 'Cheaper than a café voucher, dearer than a bench. The comparison is doing a lot of work.',
    answers: [{ by: 2, stance: 'supports', body: 'And a bench in January is no reading room.' }],
  },
];

const round: Thread[] = [
  {
    by: 0,
    ...{ sheet: 'Pro case', speech: 'constructive-1' },
    body: 'Six-day workers are shut out: a third of the town never finds the door open.',
    answers: [
      {
        by: 1,
        ...{ stance: 'rebuts', speech: 'rebuttal-2' },
        body: 'Evening hours reach them already: Tuesdays until nine.',
        answers: [
          {
            by: 2,
            ...{ stance: 'rebuts', speech: 'summary-1' },
            body: 'One evening, after a ten-hour shift. Use on Tuesdays is lowest of all.',
          },
        ],
      },
    ],
  },
  {
    by: 0,
    ...{ sheet: 'Pro case', speech: 'constructive-1' },
    body: 'Children: a warm place to work on the day most flats are full.',
    answers: [
      {
        by: 3,
        stance: 'undercuts',
        speech: 'rebuttal-2',
        body: 'Schools open their halls on Sundays since spring.',
      },
    ],
  },
  {
    by: 2,
    ...{ sheet: 'Pro case', speech: 'constructive-1' },
    body: 'It costs one salary: under one per cent of the culture budget.',
  },
  {
    by: 1,
    ...{ sheet: 'Con case', speech: 'constructive-2' },
    body: 'Staff have families: a seventh day breaks the one free day they share.',
    answers: [
      {
        by: 2,
        ...{ stance: 'rebuts', speech: 'rebuttal-1' },
        body: 'Shared in turn it is one Sunday in six, and paid double.',
      },
    ],
  },
];

/** Says all of it. To be called while no server has the data. */
export async function sayAll({ students, seminar: seminarRoom, round: roundRoom }: Class): Promise<void> {
  await sayIn(seminarRoom, students, seminar);
  await sayIn(roundRoom, students, round);
}

async function sayIn(room: RoomId, people: Class['students'], threads: readonly Thread[]): Promise<void> {
  const found = await operatorRoom(room);
  if (!found) throw new Error('the room is gone');
  const { reading } = await roomView(found.access);
  const text = textOf(reading.blocks);
  const authors: InsideAuthor[] = [];
  for (const { account } of people) authors.push(await authorIn(account, room));
  for (const { quote, kind = 'claim', stance, sheet, speech, answers = [], ...thread } of threads) {
    const start = quote === undefined ? -1 : text.indexOf(quote);
    const range = { start, end: start + (quote?.length ?? 0) };
    const ref = await say(authors, thread.by, {
      ...{ kind, body: thread.body },
      ...(start >= 0 && { anchor: describe(range, text, { reading: reading.id, edition: reading.edition }) }),
      ...(stance && { links: [{ to: 'reading', stance }] }),
      ...(sheet && { sheet }),
      ...(speech && { speech }),
    });
    await answer(authors, ref, answers, sheet);
    await agree(authors, ref, thread.by);
  }
  for (const author of authors) await author.leave();
}

async function answer(
  authors: readonly InsideAuthor[],
  to: Ref,
  answers: readonly Answer[],
  sheet: string | undefined,
): Promise<void> {
  for (const { by, stance, body, speech, answers: further = [] } of answers) {
    const links = [{ to, stance }];
    const onFlow = { ...(sheet && { sheet }), ...(speech && { speech }) };
    await answer(
      authors,
      await say(authors, by, { kind: 'comment', body, links, ...onFlow }),
      further,
      sheet,
    );
  }
}

async function say(
  authors: readonly InsideAuthor[],
  by: number,
  { body, ...point }: Omit<Point, 'type' | 'at'>,
): Promise<Ref> {
  const author = authors[by];
  if (!author) throw new Error('nobody says this');
  const id = newId();
  await author.put(id, { type: 'point', at: new Date().toISOString(), ...point, ...(body && { body }) });
  return refOf(author.participant, id);
}

/** The next two find it well argued. */
async function agree(authors: readonly InsideAuthor[], of: Ref, by: number): Promise<void> {
  for (const author of [authors[(by + 1) % 4], authors[(by + 2) % 4]])
    await author?.put(reactionId('well-argued', of), { type: 'reaction', of, kind: 'well-argued' });
}
