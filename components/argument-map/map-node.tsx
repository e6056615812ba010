// One point on the map, or in its list: who, how, the first words, and its standing.

import { type CSSProperties, memo } from 'react';
import { useTranslations } from 'use-intl/react';
import { useBrief } from '#components/room/card/use-brief.ts';
import type { People } from '#components/room/scene/people.ts';
import { useScene } from '#components/room/scene/scene.ts';
import { kindLooks, stanceLooks } from '#components/room/scene/stances.ts';
import { useStanding } from '#components/room/scene/standings.ts';
import { PointChip } from '#components/room/thread/chip.tsx';
import { authorOf, spokenName } from '#components/room/thread/conversation.ts';
import { usePlainWords } from '#components/room/thread/late-markdown.tsx';
import { StandingMark } from '#components/room/thread/standing-mark.tsx';
import { useSilence } from '#components/room/thread/use-silence.ts';
import { useVoice, type Voice } from '#components/room/thread/voice.ts';
import { Avatar } from '#components/ui/avatar.tsx';
import spoken from '#components/ui/spoken.module.css';
import type { MapNode } from '#lib/model/argument/map.ts';
import type { Ref } from '#lib/model/record.ts';
import { anchorOf, type Post } from '#lib/model/threads/thread.ts';
import styles from './node.module.css';

type Props = {
  node: MapNode;
  isList: boolean;
  /** Too small to be read: drawn as a plain sheet. */
  isFar: boolean;
  isActive: boolean;
  isStop: boolean;
  /** While a target is chosen: could it be this one? Null at other times. */
  mayPick: boolean | null;
  isPicked: boolean;
  onFocus: (ref: Ref) => void;
};

export const MapNodeView = memo(function MapNodeView(props: Props) {
  const { node, isList, isFar, isActive, isStop, mayPick, isPicked, onFocus } = props;
  const { post, ref } = node;
  const { people } = useScene();
  const standing = useStanding(ref);
  const standingWords = useTranslations('terms.standing');
  const voice = useVoice();
  const hasAnswers = post.answers.length > 0;
  const place: CSSProperties = isList
    ? { insetBlockStart: node.y, paddingInlineStart: `${0.8 + node.x * 1.4}rem` }
    : { translate: `${node.x}px ${node.y}px` };
  return (
    <div
      role="treeitem"
      data-ref={ref}
      className={isList ? styles.row : styles.node}
      style={{ ...place, '--c': colorOf(post) } as CSSProperties}
      tabIndex={isStop ? 0 : -1}
      aria-level={post.level + 1}
      aria-posinset={node.index + 1}
      aria-setsize={node.count}
      aria-selected={isActive}
      aria-expanded={hasAnswers ? node.folded === 0 : undefined}
      aria-disabled={mayPick === false || undefined}
      data-standing={standing}
      data-picked={isPicked}
      onFocus={() => onFocus(ref)}
    >
      {/* Its name is read from what it holds: these words for the ear, and those of the note. */}
      <span className={spoken.only}>{`${nodeName(node, people, voice)}. `}</span>
      {isFar ? <FarFace post={post} /> : <Face node={node} />}
      {standing && <span className={spoken.only}>{`. ${standingWords(standing)}`}</span>}
    </div>
  );
});

function Face({ node: { post, ref, folded } }: { node: MapNode }) {
  const { people } = useScene();
  const silence = useSilence(post);
  const brief = useBrief(post.entry);
  const words = usePlainWords(brief.words);
  const quote = silence === null ? (brief.cite ?? anchorOf(post)?.quote) : undefined;
  const name = authorOf(post, people);
  return (
    <>
      <span className={styles.who} aria-hidden="true">
        {post.entry && <Avatar id={post.entry.participant} name={name} size="s" />}
        <b dir="auto">{name}</b>
        {post.entry && silence === null && <PointChip value={post.entry.value} />}
      </span>
      {quote && (
        <span className={styles.quote} dir="auto" aria-hidden={words !== '' || undefined}>
          {quote}
        </span>
      )}
      {(words || silence) && (
        <span className={styles.words} data-silent={silence !== null} dir="auto">
          {silence ?? words}
        </span>
      )}
      <span className={styles.foot} aria-hidden="true">
        <StandingMark of={ref} />
        {post.answers.length > 0 && (
          <span className={styles.fold} data-fold="">
            {folded > 0 ? `+${folded}` : '−'}
          </span>
        )}
      </span>
    </>
  );
}

/** What is told of a point whose words nobody could read at this size: the same to the ear, nothing to the eye. */
function FarFace({ post }: { post: Post }) {
  const silence = useSilence(post);
  const { words } = useBrief(post.entry);
  return <span className={spoken.only}>{silence ?? words}</span>;
}

/** How a node is named: as in the thread. */
export function nodeName({ post, parent, index, count }: MapNode, people: People, voice: Voice): string {
  return spokenName(post, people, { ...(parent ? { parent } : {}), index, count }, voice);
}

export function colorOf({ stance, entry }: Post): string {
  if (stance) return stanceLooks[stance].color;
  return entry ? kindLooks[entry.value.kind].color : 'var(--line)';
}
