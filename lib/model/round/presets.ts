// The formats that come with the product. Sources: the National Speech & Debate Association's manual (Policy,
// Lincoln–Douglas, Public Forum), the American Policy Debate Association's times for college, the World Universities
// and World Schools championships' rules. Duties to answer are those of ordinary practice.

import * as v from 'valibot';
import { type Format, formatSchema, type Slot } from './format.ts';

export const presetIds = [
  'policy-nsda',
  'policy-college',
  'lincoln-douglas',
  'public-forum',
  'british-parliamentary',
  'world-schools',
] as const;
export type PresetId = (typeof presetIds)[number];

/** Which format a round has: a preset with what its toss and its room decided, or one's own. */
export const formatChoice = v.union([
  v.strictObject({
    preset: v.picklist(presetIds),
    /** Public Forum: which side speaks first. */
    first: v.optional(v.picklist(['pro', 'con'])),
    /** Public Forum: must the second rebuttal also answer the first? */
    secondRebuttalAnswersFirst: v.optional(v.boolean()),
  }),
  v.strictObject({ own: formatSchema }),
]);
export type FormatChoice = v.InferOutput<typeof formatChoice>;

/** The format that was chosen. */
export function formatOf(choice: FormatChoice): Format {
  if ('own' in choice) return choice.own;
  switch (choice.preset) {
    case 'policy-nsda':
      return policy('Policy', { constructive: 8, rebuttal: 5, prep: 8 });
    case 'policy-college':
      return policy('Policy (college)', { constructive: 9, rebuttal: 6, prep: 10 });
    case 'lincoln-douglas':
      return lincolnDouglas;
    case 'public-forum':
      return publicForum(choice.first ?? 'pro', choice.secondRebuttalAnswersFirst ?? false);
    case 'british-parliamentary':
      return britishParliamentary;
    case 'world-schools':
      return worldSchools;
  }
}

export const presetNames: Record<PresetId, string> = {
  'policy-nsda': 'Policy',
  'policy-college': 'Policy (college)',
  'lincoln-douglas': 'Lincoln–Douglas',
  'public-forum': 'Public Forum',
  'british-parliamentary': 'British Parliamentary',
  'world-schools': 'World Schools',
};

function speech(id: string, side: string, minutes: number, answers: readonly string[] = [], name = id): Slot {
  const owed = answers.length > 0 ? { answers: [...answers] } : {};
  return { id, name, kind: 'speech', side, seconds: minutes * 60, ...owed };
}

function questions(id: string, name: string, minutes = 3): Slot {
  return { id, name, kind: 'questions', seconds: minutes * 60 };
}

const affirmative = { id: 'aff', name: 'Affirmative', bench: 'for' } as const;
const negative = { id: 'neg', name: 'Negative', bench: 'against' } as const;

/** 2NC and 1NR are one block: either answers the 2AC, and the 1AR answers both. */
function policy(name: string, minutes: { constructive: number; rebuttal: number; prep: number }): Format {
  const { constructive, rebuttal, prep } = minutes;
  return {
    name,
    sides: [affirmative, negative],
    prepSeconds: prep * 60,
    slots: [
      speech('1AC', 'aff', constructive),
      questions('cx-1AC', '1AC questions'),
      speech('1NC', 'neg', constructive, ['1AC']),
      questions('cx-1NC', '1NC questions'),
      speech('2AC', 'aff', constructive, ['1NC']),
      questions('cx-2AC', '2AC questions'),
      speech('2NC', 'neg', constructive, ['2AC']),
      questions('cx-2NC', '2NC questions'),
      speech('1NR', 'neg', rebuttal, ['2AC']),
      speech('1AR', 'aff', rebuttal, ['2NC', '1NR']),
      speech('2NR', 'neg', rebuttal, ['1AR']),
      speech('2AR', 'aff', rebuttal, ['2NR']),
    ],
    sheets: [
      { name: 'Case', of: 'speech' },
      { name: 'Off-case 1', of: 'speech' },
      { name: 'Cross-examination', of: 'questions' },
    ],
  };
}

const lincolnDouglas: Format = {
  name: 'Lincoln–Douglas',
  sides: [affirmative, negative],
  prepSeconds: 4 * 60,
  slots: [
    speech('AC', 'aff', 6),
    questions('cx-AC', 'AC questions'),
    speech('NC', 'neg', 7, ['AC']),
    questions('cx-NC', 'NC questions'),
    speech('1AR', 'aff', 4, ['NC']),
    speech('NR', 'neg', 6, ['1AR']),
    speech('2AR', 'aff', 3, ['NR']),
  ],
  sheets: [
    { name: 'Affirmative case', of: 'speech' },
    { name: 'Negative case', of: 'speech' },
    { name: 'Cross-examination', of: 'questions' },
  ],
};

const forumSides = [
  { id: 'pro', name: 'Pro', bench: 'for' },
  { id: 'con', name: 'Con', bench: 'against' },
] as const;

/**
 * Whoever lost the toss for sides or won it for order: the first side speaks first throughout. Constructives owe
 * nothing. The first rebuttal is owed an answer only where the room says so.
 */
function publicForum(first: 'pro' | 'con', secondRebuttalAnswersFirst: boolean): Format {
  const [one, two] = first === 'pro' ? forumSides : ([forumSides[1], forumSides[0]] as const);
  const firstRebuttal = secondRebuttalAnswersFirst ? ['rebuttal-1'] : [];
  return {
    name: 'Public Forum',
    sides: [...forumSides],
    prepSeconds: 3 * 60,
    slots: [
      speech('constructive-1', one.id, 4, [], `${one.name} constructive`),
      speech('constructive-2', two.id, 4, [], `${two.name} constructive`),
      questions('crossfire-1', 'Crossfire 1'),
      speech('rebuttal-1', one.id, 4, ['constructive-2'], `${one.name} rebuttal`),
      speech('rebuttal-2', two.id, 4, ['constructive-1', ...firstRebuttal], `${two.name} rebuttal`),
      questions('crossfire-2', 'Crossfire 2'),
      speech('summary-1', one.id, 3, ['rebuttal-2'], `${one.name} summary`),
      speech('summary-2', two.id, 3, ['summary-1'], `${two.name} summary`),
      questions('crossfire-3', 'Grand crossfire'),
      speech('focus-1', one.id, 2, [], `${one.name} focus`),
      speech('focus-2', two.id, 2, [], `${two.name} focus`),
    ],
    sheets: [
      { name: 'Pro case', of: 'speech' },
      { name: 'Con case', of: 'speech' },
      { name: 'Crossfire', of: 'questions' },
    ],
  };
}

/** Nobody owes: judges weigh engagement, so nothing is marked as dropped. */
const britishParliamentary: Format = {
  name: 'British Parliamentary',
  sides: [
    { id: 'og', name: 'Opening Government', bench: 'for' },
    { id: 'oo', name: 'Opening Opposition', bench: 'against' },
    { id: 'cg', name: 'Closing Government', bench: 'for' },
    { id: 'co', name: 'Closing Opposition', bench: 'against' },
  ],
  prepSeconds: 0,
  slots: [
    speech('PM', 'og', 7, [], 'Prime Minister'),
    speech('LO', 'oo', 7, [], 'Opposition Leader'),
    speech('DPM', 'og', 7, [], 'Deputy PM'),
    speech('DLO', 'oo', 7, [], 'Deputy Leader'),
    speech('MG', 'cg', 7, [], 'Government Member'),
    speech('MO', 'co', 7, [], 'Opposition Member'),
    speech('GW', 'cg', 7, [], 'Government Whip'),
    speech('OW', 'co', 7, [], 'Opposition Whip'),
  ],
  sheets: [
    { name: 'Arguments', of: 'speech' },
    { name: 'Extensions', of: 'speech' },
  ],
};

const worldSchools: Format = {
  name: 'World Schools',
  sides: [
    { id: 'prop', name: 'Proposition', bench: 'for' },
    { id: 'opp', name: 'Opposition', bench: 'against' },
  ],
  prepSeconds: 0,
  slots: [
    speech('P1', 'prop', 8, [], 'Proposition 1'),
    speech('O1', 'opp', 8, [], 'Opposition 1'),
    speech('P2', 'prop', 8, [], 'Proposition 2'),
    speech('O2', 'opp', 8, [], 'Opposition 2'),
    speech('P3', 'prop', 8, [], 'Proposition 3'),
    speech('O3', 'opp', 8, [], 'Opposition 3'),
    speech('OR', 'opp', 4, [], 'Opposition reply'),
    speech('PR', 'prop', 4, [], 'Proposition reply'),
  ],
  sheets: [
    { name: 'Proposition case', of: 'speech' },
    { name: 'Opposition case', of: 'speech' },
  ],
};
