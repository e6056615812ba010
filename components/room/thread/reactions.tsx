// The few reactions there are (U20): a word and a number, pressed or not. One's own note cannot be applauded.

import { useTranslations } from 'use-intl/react';
import type { Entry, Point, ReactionKind } from '#lib/model/record.ts';
import type { Post } from '#lib/model/threads/thread.ts';
import { sayIfFailed } from '../scene/failure.ts';
import { mayReact, useScene } from '../scene/scene.ts';
import { hasGiven } from './conversation.ts';
import styles from './post.module.css';

const forQuestions: readonly ReactionKind[] = ['same-question', 'helpful'];
const forOthers: readonly ReactionKind[] = ['helpful', 'well-argued'];

export function Reactions({ post, entry }: { post: Post; entry: Entry<Point> }) {
  const scene = useScene();
  const t = useTranslations('terms.reaction');
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
        className={styles.act}
        aria-pressed={isMine}
        onClick={() => sayIfFailed(acts.react(place, kind, entry.ref, !isMine))}
      >
        {t(kind)}
        {people && <b>{people.length}</b>}
      </button>
    );
  });
}

function Tally({ kind, count }: { kind: ReactionKind; count: number }) {
  const t = useTranslations('terms.reaction');
  return (
    <span>
      {t(kind)} {count}
    </span>
  );
}
