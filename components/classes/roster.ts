// The roster as the server answers it, and how a page looks through it.

import type { useTranslations } from 'use-intl/react';
import * as v from 'valibot';
import { isWithin } from '#lib/model/space-permission.ts';

const canvas = v.object({ id: v.string(), sisUserId: v.string(), sisLoginId: v.string() });

const row = v.object({
  name: v.string(),
  email: v.nullable(v.string()),
  section: v.nullable(v.string()),
  group: v.nullable(v.string()),
  canvas: v.nullable(canvas),
  line: v.number(),
});

export const rosterPreview = v.object({
  people: v.array(row),
  problems: v.array(v.object({ line: v.number(), message: v.string() })),
  known: v.number(),
  passedOver: v.number(),
});
export type RosterPreview = v.InferOutput<typeof rosterPreview>;

export const enrolled = v.object({ added: v.number(), changed: v.number(), joined: v.number() });

/**
 * A file as an assistant who is limited to these sections may add it: a line without a section is of theirs where they have
 * one, and a line of any other is a problem.
 */
export function previewWithin(
  preview: RosterPreview,
  sections: readonly string[],
  outside: string,
): RosterPreview {
  const [only, ...others] = sections;
  const own = only !== undefined && others.length === 0 ? only : null;
  const people = preview.people.map((person) => ({ ...person, section: person.section ?? own }));
  const strangers = people.filter(({ section }) => !isWithin(sections, section));
  const problems = strangers.map(({ line }) => ({ line, message: outside }));
  return { ...preview, people, problems: [...preview.problems, ...problems].sort((a, b) => a.line - b.line) };
}

/** Someone on the roster, as its page shows them. */
export type RosterPerson = {
  id: string;
  name: string;
  email: string | null;
  section: string | null;
  group: string | null;
  hasJoined: boolean;
  isFromCanvas: boolean;
  /** Their personal link, while they are expected. */
  url: string | null;
  /** When it was last mailed to the address they have now, and why that failed. */
  mailed: { at: string; problem: string | null } | null;
};

/** Whom to mail a link: who was not yet, whose mail failed, or everyone who is expected. */
export type Whom = 'new' | 'failed' | 'all';

/** Those of them who are expected and have an address. */
export function toMail(people: readonly RosterPerson[], whom: Whom): readonly RosterPerson[] {
  return people.filter(({ hasJoined, email, mailed }) => {
    if (hasJoined || email === null) return false;
    if (whom === 'new') return mailed === null;
    return whom === 'all' || (mailed !== null && mailed.problem !== null);
  });
}

/** What the server tells of each while it mails. */
export const mailedLine = v.variant('outcome', [
  v.object({ seatId: v.string(), outcome: v.picklist(['sent', 'passed-over']) }),
  v.object({ seatId: v.string(), outcome: v.literal('failed'), problem: v.string() }),
]);
export type MailedLine = v.InferOutput<typeof mailedLine>;

export const mailedTotal = v.object({ sent: v.number(), failed: v.number(), passedOver: v.number() });
export type MailedTotal = v.InferOutput<typeof mailedTotal>;

/** The words by which someone is found. */
export function wordsOf({ name, email, section, group }: RosterPerson): string {
  return [name, email, section, group].join(' ');
}

type AddWords = ReturnType<typeof useTranslations<'classes.add'>>;

/** "30 added, 2 brought up to date; 4 had an account and joined at once.": what enrolling did. */
export function enrolledWords(
  { added, changed, joined }: v.InferOutput<typeof enrolled>,
  t: AddWords,
): string {
  const done = [
    ...(added > 0 ? [t('added', { count: added })] : []),
    ...(changed > 0 ? [t('changed', { count: changed })] : []),
  ].join(', ');
  const parts = [done || t('unchanged'), ...(joined > 0 ? [t('joined', { count: joined })] : [])];
  return `${parts.join('; ')}.`;
}
