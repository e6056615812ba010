// The heat strip: where along the text people spoke, asked and disagreed. People are counted, not notes, so that one
// busy writer does not make a paragraph hot.

import type { ParticipantId } from '../record.ts';
import { isAsking, type RoomWork, type Said } from './room-work.ts';

/** One paragraph, by its index among the blocks. */
export type HeatCell = { block: number; people: number; questions: number; disagreement: number };

const opposing = new Set(['rebuts', 'undercuts']);

/**
 * One cell a paragraph: how many people spoke there, asked there, disagreed there. People count, not notes.
 */
export function heatOf(work: RoomWork): HeatCell[] {
  const byBlock = Map.groupBy(work.said, ({ block }) => block);
  return Array.from({ length: work.blockCount }, (_, block) => {
    const said = byBlock.get(block) ?? [];
    return {
      block,
      people: peopleIn(said).size,
      questions: peopleIn(said.filter(isAsking)).size,
      disagreement: peopleIn(said.filter(({ post }) => post.stance && opposing.has(post.stance))).size,
    };
  });
}

/** Who said these, each once. */
export function peopleIn(said: readonly Said[]): Set<ParticipantId> {
  return new Set(said.map(({ entry }) => entry.participant));
}
