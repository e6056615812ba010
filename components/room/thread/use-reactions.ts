// The few reactions there are (U20), as they stand under one post, and giving them. One's own note cannot be applauded.

import { Award, Hand, type LucideIcon, ThumbsUp } from 'lucide-react';
import type { Entry, Point, ReactionKind } from '#lib/model/record.ts';
import type { Post } from '#lib/model/threads/thread.ts';
import { sayIfFailed } from '../scene/failure.ts';
import { mayReact, useScene } from '../scene/scene.ts';
import { hasGiven } from './conversation.ts';

const forQuestions: readonly ReactionKind[] = ['same-question', 'helpful'];
const forOthers: readonly ReactionKind[] = ['helpful', 'well-argued'];

const icons: Record<ReactionKind, LucideIcon> = {
  helpful: ThumbsUp,
  'same-question': Hand,
  'well-argued': Award,
};

export type Reaction = {
  kind: ReactionKind;
  icon: LucideIcon;
  /** How many have given it. */
  count: number;
  isMine: boolean;
  /** Gives it or takes it back; null where one may not. */
  toggle: (() => void) | null;
};

/** Those that are offered, then what else was given. */
export function useReactions(post: Post, entry: Entry<Point>): Reaction[] {
  const scene = useScene();
  const { me, acts, placeOf } = scene;
  const place = placeOf(entry.ref);
  const isApplaudable = place === 'room' && entry.participant !== me.participant;
  const offered = entry.value.kind === 'question' ? forQuestions : forOthers;
  const given = [...post.reactions.keys()].filter((kind) => !offered.includes(kind));
  return [...offered, ...given].map((kind) => {
    const people = post.reactions.get(kind);
    const isMine = hasGiven(people, me.participant);
    const isOffered = isApplaudable && mayReact(scene, place, kind, entry.ref, isMine);
    const toggle = () => sayIfFailed(acts.react(place, kind, entry.ref, !isMine));
    return {
      ...{ kind, icon: icons[kind], count: people?.length ?? 0, isMine },
      toggle: isOffered ? toggle : null,
    };
  });
}
