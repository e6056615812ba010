// Following where someone reads, only with their consent (U25): one asks, the other lets them or does not, and either ends
// it at any time. All of it is what two people's presence says of each other; nothing is kept. Pure.

import type { ParticipantId } from './record.ts';

/** What someone's presence says about following. */
export type FollowSigns = {
  /** Whom they ask to follow, or follow. */
  asks?: ParticipantId;
  /** Who may follow them just now. */
  lets?: readonly ParticipantId[];
  /** Whose question they answered with "not now". */
  denies?: readonly ParticipantId[];
};

export type Signs = ReadonlyMap<ParticipantId, FollowSigns>;

/** What one has decided oneself. */
export type Decisions = {
  asking: ParticipantId | null;
  letting: readonly ParticipantId[];
  denying: readonly ParticipantId[];
};

export const undecided: Decisions = { asking: null, letting: [], denying: [] };

export type Following = {
  /** Whom one follows, with their consent. */
  follows: ParticipantId | null;
  /** Whom one asked, and who has not answered. */
  waitsFor: ParticipantId | null;
  /** Who asked one, and waits for an answer. */
  asked: readonly ParticipantId[];
  /** Who follows one. */
  followers: readonly ParticipantId[];
};

/** Where things stand between `me` and those who are here. */
export function followingOf(
  me: ParticipantId,
  { asking, letting, denying }: Decisions,
  signs: Signs,
): Following {
  const askers = [...signs].filter(([id, { asks }]) => id !== me && asks === me).map(([id]) => id);
  const isLet = asking !== null && (signs.get(asking)?.lets?.includes(me) ?? false);
  return {
    follows: isLet ? asking : null,
    waitsFor: isLet ? null : asking,
    asked: askers.filter((id) => !letting.includes(id) && !denying.includes(id)),
    followers: askers.filter((id) => letting.includes(id)),
  };
}

/** How one's question ended without one's doing: they said no, stopped it, or are not here any more. */
export function endOf(
  me: ParticipantId,
  { asking }: Decisions,
  signs: Signs,
  wasFollowing: boolean,
): 'denied' | 'left' | null {
  if (asking === null) return null;
  const theirs = signs.get(asking);
  if (!theirs) return 'left';
  if (theirs.denies?.includes(me)) return 'denied';
  return wasFollowing && !theirs.lets?.includes(me) ? 'denied' : null;
}

/** Decisions about people who do not ask any more lapse: asking again is a new question. */
export function lapsed(me: ParticipantId, decisions: Decisions, signs: Signs): Decisions {
  const stillAsks = (id: ParticipantId) => signs.get(id)?.asks === me;
  const { letting, denying } = decisions;
  if (letting.every(stillAsks) && denying.every(stillAsks)) return decisions;
  return { ...decisions, letting: letting.filter(stillAsks), denying: denying.filter(stillAsks) };
}
