// Clash: where a class did not meet. Passages that nobody contested, passages where all answered alike, people whom
// nobody answered, questions without a reply. It names gaps to talk about; it grades nobody.

import type { ParticipantId, Ref, Stance } from '../record.ts';
import { stanceOf } from '../record.ts';
import { anchorOf } from '../threads/thread.ts';
import { peopleIn } from './heat.ts';
import { isAnswered, isAsking, isReply, type RoomWork, type Said } from './room-work.ts';

/** A paragraph, the words that most of its threads share, and where to go on reading. */
export type ClashPassage = { block: number; quote: string; people: number; first: Ref };
export type OneSided = ClashPassage & { side: 'for' | 'against' };
export type OpenQuestion = { ref: Ref; asker: ParticipantId; block: number | null };
/** Words against something, to which nobody said anything. */
export type OpenObjection = { ref: Ref; author: ParticipantId; block: number | null };

export type Clash = {
  /** Someone put something forward there, and nobody took a side on it. */
  uncontested: ClashPassage[];
  /** Two or more took a side there, all the same one. */
  oneSided: OneSided[];
  /** Students who said something and were answered by nobody. */
  unanswered: ParticipantId[];
  /** Of students and instructors alike; of threads that were not resolved. */
  openQuestions: OpenQuestion[];
  openObjections: OpenObjection[];
};

// "Yes, but" contests in part: a passage where it was said is not one that nobody questioned.
const sides: Record<Stance, 'for' | 'against' | null> = {
  rebuts: 'against',
  undercuts: 'against',
  qualifies: 'against',
  supports: 'for',
  concedes: 'for',
  asks: null,
};

/**
 * Where the discussion is thin: uncontested and one-sided passages, people nobody answered, open questions
 * and objections.
 */
export function clashOf(work: RoomWork): Clash {
  const asked = work.said.filter((said) => isAsking(said) && !isAnswered(said) && !said.thread.resolvedBy);
  const objections = work.said.filter(
    (said) => isObjection(said) && !isAnswered(said) && !said.thread.resolvedBy,
  );
  return {
    ...passagesOf(work),
    unanswered: work.students.filter((student) => {
      const own = work.byAuthor.get(student) ?? [];
      return own.length > 0 && !own.some(isAnswered);
    }),
    openQuestions: asked.map(({ entry, block }) => ({ ref: entry.ref, asker: entry.participant, block })),
    openObjections: objections.map(({ entry, block }) => ({
      ref: entry.ref,
      author: entry.participant,
      block,
    })),
  };
}

function passagesOf(work: RoomWork): Pick<Clash, 'uncontested' | 'oneSided'> {
  const byBlock = [...Map.groupBy(work.said, ({ block }) => block)].sort(([a], [b]) => (a ?? 0) - (b ?? 0));
  const uncontested: ClashPassage[] = [];
  const oneSided: OneSided[] = [];
  for (const [block, said] of byBlock) {
    const first = said.find(isThesis);
    if (block === null || !first) continue;
    const passage = { block, quote: quoteOf(said), people: peopleIn(said).size, first: first.entry.ref };
    const taken = sidesTaken(said);
    if (taken.for + taken.against === 0) uncontested.push(passage);
    else if (taken.for + taken.against >= 2 && taken.for * taken.against === 0)
      oneSided.push({ ...passage, side: taken.for > 0 ? 'for' : 'against' });
  }
  return { uncontested, oneSided };
}

/** How many people answered others for and against; who did both counts on both. */
function sidesTaken(said: readonly Said[]): { for: number; against: number } {
  const on = (side: 'for' | 'against') =>
    peopleIn(said.filter((one) => isReply(one) && one.post.stance && sides[one.post.stance] === side)).size;
  return { for: on('for'), against: on('against') };
}

/** Something with words that one can be for or against: neither a question nor an answer. */
function isThesis(said: Said): boolean {
  return !said.parent && Boolean(said.entry.value.body) && !isAsking(said);
}

function isObjection(said: Said): boolean {
  const stance = stanceOf(said.entry.value);
  return isReply(said) && (stance === 'rebuts' || stance === 'undercuts');
}

/** The shortest passage is what people mean most exactly. */
function quoteOf(said: readonly Said[]): string {
  const quotes = said.flatMap(({ post, range }) => (range ? (anchorOf(post)?.quote ?? []) : []));
  return quotes.reduce((short, quote) => (short === '' || quote.length < short.length ? quote : short), '');
}
