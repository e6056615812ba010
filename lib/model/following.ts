// Following where someone reads, only with their consent (U25): one asks, the other lets them or does not, and either ends
// it at any time. All of it is what two people's presence says of each other; nothing is kept. Pure.

import type { ParticipantId } from './record.ts';

/** Every question has a name of its own, so that an answer is never taken for that to a later one. */
export type QuestionId = string;

/** What someone's presence says about following. */
export type FollowSigns = {
  /** Whom they ask to follow, or follow. */
  asks?: { whom: ParticipantId; question: QuestionId };
  /** The questions they answered with yes: those who asked may follow them just now. */
  lets?: readonly QuestionId[];
  /** The questions they answered with "not now". */
  denies?: readonly QuestionId[];
};

export type Signs = ReadonlyMap<ParticipantId, FollowSigns>;

/** What one has decided oneself. */
export type Decisions = {
  asking: { whom: ParticipantId; question: QuestionId } | null;
  letting: readonly QuestionId[];
  denying: readonly QuestionId[];
};

export const undecided: Decisions = { asking: null, letting: [], denying: [] };

/** Someone who asks one, and their question. */
export type Asker = { participant: ParticipantId; question: QuestionId };

export type Following = {
  /** Whom one follows, with their consent. */
  follows: ParticipantId | null;
  /** Whom one asked, and who has not answered. */
  waitsFor: ParticipantId | null;
  /** Who asked one, and waits for an answer. */
  asked: readonly Asker[];
  /** Who follows one. */
  followers: readonly Asker[];
};

/** Where things stand between `me` and those who are here. */
export function followingOf(
  me: ParticipantId,
  { asking, letting, denying }: Decisions,
  signs: Signs,
): Following {
  const askers = [...signs].flatMap(([participant, { asks }]): Asker[] =>
    participant !== me && asks?.whom === me ? [{ participant, question: asks.question }] : [],
  );
  const isLet = asking !== null && (signs.get(asking.whom)?.lets?.includes(asking.question) ?? false);
  return {
    follows: isLet ? asking.whom : null,
    waitsFor: isLet ? null : (asking?.whom ?? null),
    asked: askers.filter(({ question }) => !letting.includes(question) && !denying.includes(question)),
    followers: askers.filter(({ question }) => letting.includes(question)),
  };
}

/** How one's question ended without one's doing: they said no, be it later, or are not here any more. */
export function endOf({ asking }: Decisions, signs: Signs): 'denied' | 'left' | null {
  if (asking === null) return null;
  const theirs = signs.get(asking.whom);
  if (!theirs) return 'left';
  return theirs.denies?.includes(asking.question) ? 'denied' : null;
}

/** The decisions with a question answered; a yes can be taken back. */
export function answered(decisions: Decisions, question: QuestionId, isYes: boolean): Decisions {
  const others = (list: readonly QuestionId[]) => list.filter((one) => one !== question);
  const [letting, denying] = [others(decisions.letting), others(decisions.denying)];
  if (isYes) letting.push(question);
  else denying.push(question);
  return { ...decisions, letting, denying };
}

/** Answers to questions that nobody asks any more lapse. */
export function lapsed(decisions: Decisions, signs: Signs): Decisions {
  const open = new Set([...signs.values()].map(({ asks }) => asks?.question));
  const isOpen = (question: QuestionId) => open.has(question);
  const { letting, denying } = decisions;
  if (letting.every(isOpen) && denying.every(isOpen)) return decisions;
  return { ...decisions, letting: letting.filter(isOpen), denying: denying.filter(isOpen) };
}
