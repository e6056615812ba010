// Who may do what: the one rule. The screen asks it to hide a button, the server asks it to accept a change.
// Authority comes from who writes a record (its layer), never from what the record says.

import { isForAll, speaksToOneGroup } from './classes/for-all.ts';
import type { DocumentAddress, DocumentKind } from './document.ts';
import { type Locks, lockedBy } from './lock.ts';
import {
  type CounterpointRecord,
  filingId,
  isRecordId,
  type ParticipantId,
  partsOf,
  type RecordId,
  type Ref,
  reactionId,
  refOf,
  seenId,
  stampId,
} from './record.ts';
import { namesStrayReading } from './room-readings.ts';
import { type RoundPart, type RoundRefusal, type RoundStage, roundBarrier, type Seat } from './round/rule.ts';

export const roles = ['owner', 'assistant', 'member', 'observer'] as const;
export type Role = (typeof roles)[number];

const rank: Record<Role, number> = { observer: 0, member: 1, assistant: 2, owner: 3 };

/** Does `role` give more than `other`? Null is no role at all. */
export function isStronger(role: Role, other: Role | null): boolean {
  return other === null || rank[role] > rank[other];
}

/**
 * One's role in a room: the stronger of what a link into this one room gave and of what one is in its space. A link
 * into a room adds and never takes away: an owner who once came by a member's link still owns, and a member who was
 * sent an observers' link still speaks. Null where one has neither.
 */
export function roleInRoom(own: Role | null, membership: Role | null): Role | null {
  return own !== null && isStronger(own, membership) ? own : membership;
}

/** The roles that a place in a room may not keep beside this one in its space: what was given to somebody ends in every room. */
export function rolesAbove(role: Role): Role[] {
  return roles.filter((held) => isStronger(held, role));
}

/**
 * May someone who was not removed enter a room? With a place in it always; else members enter the rooms that are open
 * to their space, and those who run the space enter every one.
 */
export function mayEnterRoom(role: Role | null, entry: 'members' | 'invited', hasPlace: boolean): boolean {
  if (role === null) return false;
  return hasPlace || entry === 'members' || isInstructor(role);
}

/** Owners and assistants: Instructor or Coach and their helpers. */
export function isInstructor(role: Role): boolean {
  return role === 'owner' || role === 'assistant';
}

/** Someone who may enter the room that a document belongs to. */
export type Visitor = {
  participant: ParticipantId;
  role: Role;
  /** The team they are on in a round. */
  side: string | null;
  /** When the review of their work was released to them, ISO UTC. */
  releasedAt: string | null;
  /** An assistant who is limited to sections: the students of other sections, whose work they do not review. */
  outside: ReadonlySet<ParticipantId>;
};

/** May they open this document? Who may not is told that there is none. */
export function mayOpen(address: DocumentAddress, visitor: Visitor): boolean {
  switch (address.kind) {
    case 'room':
      return true;
    case 'private':
      return address.participant === visitor.participant;
    case 'side':
      return address.side === visitor.side;
    case 'flags':
      return address.participant === visitor.participant || isInstructor(visitor.role);
    case 'review':
      return (
        (isInstructor(visitor.role) && !visitor.outside.has(address.participant)) ||
        (address.participant === visitor.participant && visitor.releasedAt !== null)
      );
  }
}

/** May they set a round up: sides, parts, format, stage? While it is on, its chair alone. */
export function maySetRound(role: Role, part: RoundPart | null, stage: RoundStage | undefined): boolean {
  return part === 'chair' || (stage !== 'on' && isInstructor(role));
}

/** Whoever writes: their participant id in this room, their role there, and who they are in its round. */
export type Writer = { participant: ParticipantId; role: Role } & Partial<Seat>;

/** What the rule must know of the document written to. */
export type DocumentState = {
  kind: DocumentKind;
  /** A closed room takes no more words; rulings and placings go on. */
  closed: boolean;
  /** Of whom it is, where it is one participant's. */
  owner?: ParticipantId;
  /** May evidence cards be made and filed here? As showsCards of room-settings.ts says. */
  takesCards?: boolean;
  /** The readings that the room holds; absent where nobody needs to ask. */
  readings?: readonly string[];
  /** Is it the room of one group of an assignment? Then its instructors may speak to all groups. */
  isOfAssignment?: boolean;
  /** How far the room's round is; absent where it holds none. */
  stage?: RoundStage | undefined;
  /** What instructors locked and erased; absent where they did neither. */
  locks?: Locks | undefined;
};

/** A record's net change in one frame: what stood before and what stands after; undefined is absence. */
export type Change = {
  id: RecordId;
  before: CounterpointRecord | undefined;
  after: CounterpointRecord | undefined;
};

/** Closed union of refusals; notices turn each into words (U47). */
export type Refusal =
  | 'read-only'
  | 'room-closed'
  | 'bad-id'
  | 'bad-record'
  | 'type-changed'
  | 'not-deletable'
  | 'not-instructor'
  | 'ruling-changed'
  | 'placing-changed'
  | 'wrong-key'
  | 'answers-itself'
  | 'not-here'
  | 'no-such-reading'
  | 'one-group'
  | 'stays-for-all'
  | 'locked'
  | 'erased'
  | RoundRefusal;

export type Verdict = { ok: true } | { ok: false; reason: Refusal };

const granted: Verdict = { ok: true };
const refuse = (reason: Refusal): Verdict => ({ ok: false, reason });

/**
 * May this writer make this change to their own layer (GATE7)?
 * Both values are parsed records; whether the bytes stand on the writer's layer at all is the gate's concern.
 */
export function may(writer: Writer, change: Change, state: DocumentState): Verdict {
  if (!isRecordId(change.id)) return refuse('bad-id');
  const { side = null, part = null } = writer;
  const barred =
    barrier(writer, change, state) ??
    lockBarrier(writer, change, state.locks) ??
    forAllBarrier(writer, change, state) ??
    roundBarrier({ side, part }, change, {
      kind: state.kind,
      stage: state.stage,
      takesCards: state.takesCards === true,
    }) ??
    readingBarrier(change, state);
  return barred ? refuse(barred) : mayKeep(writer, change);
}

/** What keeps this writer from writing in this document at all, or this kind of record from standing in it. */
function barrier(writer: Writer, { before, after }: Change, state: DocumentState): Refusal | null {
  const type = (after ?? before)?.type;
  const isAct = isActType(type);
  if (isAct && state.kind !== 'room') return 'not-here';
  const isReview = type === 'stamp' || type === 'remark';
  if (isReview && state.kind !== 'review') return 'not-here';
  // What someone has read is nobody else's business.
  if (type === 'seen' && state.kind !== 'private') return 'not-here';
  switch (state.kind) {
    case 'private':
      return null;
    case 'flags':
      return writer.participant === state.owner ? null : 'read-only';
    case 'review':
      if (!isInstructor(writer.role)) return 'read-only';
      return isReview ? null : 'not-here';
    case 'side':
      return state.closed ? 'room-closed' : null;
    case 'room':
      if (writer.role === 'observer') return 'read-only';
      return state.closed && !(isAct && isInstructor(writer.role)) ? 'room-closed' : null;
  }
}

/** What instructors' rulings keep out: from an erased note everyone, from what is locked everyone but instructors. */
function lockBarrier(
  { participant, role }: Writer,
  { id, before, after }: Change,
  locks: Locks | undefined,
): Refusal | null {
  const value = after ?? before;
  if (!locks || !value) return null;
  const ref = refOf(participant, id);
  if (locks.isErased(ref)) return 'erased';
  return isInstructor(role) ? null : lockedBy(locks, participant, ref, value);
}

/** A passage stands in a reading that the room holds (GATE12), in whichever of its documents. */
function readingBarrier(change: Change, { readings }: DocumentState): Refusal | null {
  return readings && namesStrayReading(change, readings) ? 'no-such-reading' : null;
}

/** What every group of an assignment sees is an instructor's, says nothing to one group alone, and stays so. */
function forAllBarrier(
  { role }: Writer,
  { before, after }: Change,
  { kind, isOfAssignment }: DocumentState,
): Refusal | null {
  const was = isForAll(before);
  if (!after || !isForAll(after)) return was && after ? 'stays-for-all' : null;
  if (kind !== 'room' || !isOfAssignment) return 'not-here';
  // Who instructs no more may still take back what they said.
  if (!isInstructor(role) && !(was && after.withdrawn)) return 'not-instructor';
  return speaksToOneGroup(after) ? 'one-group' : null;
}

/** Acts are about others' records, for all to see; the rest is what one says. */
function isActType(type: CounterpointRecord['type'] | undefined): boolean {
  return type === 'ruling' || type === 'placing';
}

/** The laws that hold in every document: what a record may become. */
function mayKeep(writer: Writer, { id, before, after }: Change): Verdict {
  if (!after) return before && before.type !== 'reaction' ? refuse('not-deletable') : granted;
  if (before && before.type !== after.type) return refuse('type-changed');
  switch (after.type) {
    case 'point': {
      const own = refOf(writer.participant, id);
      return after.links?.some((link) => link.to === own || link.on === own)
        ? refuse('answers-itself')
        : granted;
    }
    case 'reaction':
      return id === reactionId(after.kind, after.of) ? granted : refuse('wrong-key');
    case 'seen':
      return id === seenId(after.of) ? granted : refuse('wrong-key');
    case 'ruling':
      if (before) return refuse('ruling-changed');
      return mayRule(writer, after.act, after.of) ? granted : refuse('not-instructor');
    case 'placing':
      if (before) return refuse('placing-changed');
      return isInstructor(writer.role) ? granted : refuse('not-instructor');
    case 'revision':
    case 'clock':
    case 'ballot':
      // Where each may stand, and whose it may be, is the round's to say.
      return granted;
    case 'filing':
      return id === filingId(after) ? granted : refuse('wrong-key');
    case 'stamp':
      return id === stampId(after) ? granted : refuse('wrong-key');
    case 'remark':
      return granted;
  }
}

/** Instructors rule on everything; the author of a thread's first point may resolve and reopen it. */
function mayRule(writer: Writer, act: string, of: string): boolean {
  if (isInstructor(writer.role)) return true;
  if (act !== 'resolve' && act !== 'reopen') return false;
  return of.includes('/') && partsOf(of as Ref).participant === writer.participant;
}
