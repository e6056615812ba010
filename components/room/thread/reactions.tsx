// The few reactions there are (U20): a word and a number, pressed or not; where the line is short, an icon in the place
// of the word. One's own note cannot be applauded.

import { Award, Hand, type LucideIcon, ThumbsUp } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import type { Entry, Point, ReactionKind } from '#lib/model/record.ts';
import type { Post } from '#lib/model/threads/thread.ts';
import { sayIfFailed } from '../scene/failure.ts';
import { mayReact, useScene } from '../scene/scene.ts';
import { hasGiven } from './conversation.ts';
import styles from './post.module.css';

const forQuestions: readonly ReactionKind[] = ['same-question', 'helpful'];
const forOthers: readonly ReactionKind[] = ['helpful', 'well-argued'];

const icons: Record<ReactionKind, LucideIcon> = {
  helpful: ThumbsUp,
  'same-question': Hand,
  'well-argued': Award,
};

export function Reactions({ post, entry }: { post: Post; entry: Entry<Point> }) {
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
    if (!isOffered) return people ? <Tally key={kind} kind={kind} count={people.length} /> : null;
    return (
      <button
        key={kind}
        type="button"
        className={`${styles.act} ${styles.reaction}`}
        aria-pressed={isMine}
        onClick={() => sayIfFailed(acts.react(place, kind, entry.ref, !isMine))}
      >
        <Face kind={kind} />
        {people && <b>{people.length}</b>}
      </button>
    );
  });
}

function Tally({ kind, count }: { kind: ReactionKind; count: number }) {
  return (
    <span className={`${styles.act} ${styles.reaction}`}>
      <Face kind={kind} /> <b>{count}</b>
    </span>
  );
}

function Face({ kind }: { kind: ReactionKind }) {
  const t = useTranslations('terms.reaction');
  const Icon = icons[kind];
  return (
    <>
      <i title={t(kind)} aria-hidden>
        <Icon />
      </i>
      <span>{t(kind)}</span>
    </>
  );
}
