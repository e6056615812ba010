// The example debate on the sample reading: invented people, written to show each stance once at least. Plain data;
// server/start/sample.ts says it through the gate, like anyone's words. Each quote stands exactly once in reading.md.

import type { PointKind, Stance } from '#lib/model/record.ts';

export type SampleAnswer = { author: string; stance: Stance; body: string; answers?: SampleAnswer[] };

type SampleThread = {
  author: string;
  kind: PointKind;
  /** The passage, word for word. */
  quote: string;
  body: string;
  /** Towards the reading itself. */
  stance?: Stance;
  answers?: SampleAnswer[];
};

const [ada, bea, chidi, dev, eve] = ['Ada O.', 'Bea K.', 'Chidi R.', 'Dev M.', 'Eve N.'] as const;

export const sampleDebate: SampleThread[] = [
  {
    author: ada,
    kind: 'claim',
    quote: 'A threat of that size is only useful if the other side can see a way out of it',
    body: 'The whole argument rests here: deterrence needs an exit, or it is only noise.',
    answers: [
      {
        author: chidi,
        stance: 'rebuts',
        body: 'Cuba, 1962: the public threat came first and the exit was found later, in private.',
        answers: [
          {
            author: bea,
            stance: 'rebuts',
            body: 'The exit was being drafted all week: Robert Kennedy was meeting Dobrynin while the ships were still sailing. Private is not absent.',
            answers: [
              {
                author: chidi,
                stance: 'concedes',
                body: 'Granted. I took the public record for the whole record. Then the question is whether anyone is drafting one now.',
              },
            ],
          },
          {
            author: eve,
            stance: 'undercuts',
            body: 'Even if it went that way, one crisis is not a rule. Two leaders who could call it off are a thin sample.',
          },
        ],
      },
      {
        author: dev,
        stance: 'supports',
        body: 'Schelling says the same: “one more step and I shoot” only works together with “and if you stop, I won’t”.',
        answers: [
          {
            author: bea,
            stance: 'qualifies',
            body: 'For states that want to survive, that is. It assumes somebody on the other side who is adding up costs.',
          },
        ],
      },
    ],
  },
  {
    author: bea,
    kind: 'claim',
    quote: 'Each round of sanctions was tighter than the last, and each was followed by another launch.',
    body: 'True, but it proves little: we cannot see the launches that sanctions prevented or delayed.',
    stance: 'undercuts',
    answers: [
      {
        author: dev,
        stance: 'rebuts',
        body: 'We can see the pace, though. More missiles flew in the first nine months of 2017 than in whole decades before. If that is delay, what would hurry look like?',
        answers: [
          {
            author: bea,
            stance: 'qualifies',
            body: 'Yes, but the toughest measures only came that August. Coal contracts take longer than five weeks to bite.',
          },
        ],
      },
    ],
  },
  {
    author: eve,
    kind: 'comment',
    quote: 'somebody misreads a radar screen and a city is gone',
    body: 'Not rhetoric. In 1983 a Soviet officer named Petrov saw five missiles on his screen and decided that they were sunlight on clouds. He was right.',
    stance: 'supports',
  },
  {
    author: chidi,
    kind: 'question',
    quote: 'a verified pause in testing would do',
    body: 'Who verifies a pause if the inspectors were expelled in 2009?',
    answers: [
      {
        author: dev,
        stance: 'qualifies',
        body: 'Nobody has to be let in for this one. See the paragraph on seismometers: a *test* is loud. It is the stockpile that needs inspectors.',
        answers: [
          {
            author: chidi,
            stance: 'concedes',
            body: 'That answers it for tests. I withdraw the worry, and keep it for step two.',
          },
        ],
      },
      {
        author: ada,
        stance: 'asks',
        body: 'Does a pause cover engine tests on a stand? Those are quiet, and they matter.',
      },
    ],
  },
  {
    author: dev,
    kind: 'claim',
    quote: 'for eight years those inspectors lived beside the reactor at Yongbyon',
    body: 'The best evidence in the piece: eight years without a gram of new plutonium, for the price of some fuel oil.',
    stance: 'supports',
    answers: [
      {
        author: eve,
        stance: 'rebuts',
        body: 'And during those years the enrichment work went on somewhere else. One door was locked, and they used the other.',
        answers: [
          {
            author: ada,
            stance: 'undercuts',
            body: 'That the second door was open does not show that locking the first one was a mistake.',
          },
        ],
      },
    ],
  },
  {
    author: ada,
    kind: 'question',
    quote: 'A concession that can be withdrawn in an afternoon is not surrender.',
    body: 'Is it really so easy to put back? Once exercises have been off for a year, starting again looks like an attack on the talks.',
    stance: 'asks',
  },
  {
    author: bea,
    kind: 'highlight',
    quote: 'Pressure without an offer teaches the other side to live without relief.',
    body: 'The title, argued in one line.',
  },
  {
    author: chidi,
    kind: 'claim',
    quote: 'Colonel Qaddafi handed over his weapons programme in 2003',
    body: 'The comparison fails. Libya had crates and blueprints to hand over; the North has warheads. A lesson for the one says little about the other.',
    stance: 'rebuts',
    answers: [
      {
        author: eve,
        stance: 'rebuts',
        body: 'It is not our comparison but theirs. Pyongyang’s own statements bring up Libya, so it weighs there whether it fits or not.',
      },
    ],
  },
  {
    author: eve,
    kind: 'comment',
    quote: 'the alternative to an imperfect conversation is not a perfect silence',
    body: 'Remember this against every “but they will cheat”: the comparison has to be with what we have now.',
  },
];
