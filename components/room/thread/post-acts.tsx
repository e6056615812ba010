// What can be done with a post, as quiet words below it. permission.ts decides which are offered.

import { CircleCheck, Link2, Network, PencilLine, RotateCcw, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { showToast } from '#components/ui/over/toast.tsx';
import type { Entry, Point } from '#lib/model/record.ts';
import type { Post, Thread } from '#lib/model/threads/thread.ts';
import { mayReword, maySay, sayInRoom } from '../card/card-acts.ts';
import { useOpenRoom } from '../frame/open-room.ts';
import { useViews } from '../frame/use-views.ts';
import { viewAt } from '../frame/views.ts';
import { sayIfFailed } from '../scene/failure.ts';
import { mayRule, useScene, verdictOnRevising } from '../scene/scene.ts';
import { Act } from './act.tsx';
import { ModerationActs } from './moderation-acts.tsx';
import styles from './post.module.css';
import { Reactions } from './reactions.tsx';

type Props = {
  thread: Thread;
  post: Post;
  entry: Entry<Point>;
  onAnswer: () => void;
  onEdit: () => void;
  onWithdraw: () => void;
};

export function PostActs({ thread, post, entry, onAnswer, onEdit, onWithdraw }: Props) {
  const scene = useScene();
  const t = useTranslations('thread.acts');
  const { me, placeOf } = scene;
  const { info } = useOpenRoom();
  const isOnMap = viewAt(usePathname(), useViews())?.name === 'map';
  const isShared = placeOf(entry.ref) === 'room';
  const isMine = entry.participant === me.participant;
  const isRewordable = mayReword(scene, entry);
  const isPrep = maySay(scene, entry);
  const mayRevise = isMine && verdictOnRevising(scene, entry).ok;
  return (
    <div className={styles.acts}>
      <button type="button" className={styles.act} onClick={onAnswer}>
        {t('answer')}
      </button>
      <Reactions post={post} entry={entry} />
      {mayRevise && (
        <>
          {entry.value.kind !== 'highlight' && <Act icon={PencilLine} word={t('edit')} onPress={onEdit} />}
          <Act icon={Trash2} word={t('withdraw')} onPress={onWithdraw} />
        </>
      )}
      {isRewordable && <Act icon={PencilLine} word={t('reword')} onPress={onEdit} />}
      {isPrep && <SayIt entry={entry} />}
      {isShared && post.level === 0 && <Rule act={thread.resolvedBy ? 'reopen' : 'resolve'} of={post} />}
      {isShared && <ModerationActs post={post} />}
      {!isOnMap && (
        <Link
          className={styles.act}
          href={`/rooms/${info.room.id}/map#p=${entry.ref}`}
          aria-label={t('showInMap')}
          title={t('showInMap')}
        >
          <Network aria-hidden />
        </Link>
      )}
      <CopyLink entry={entry} />
    </div>
  );
}

/** Prep stands where only a side sees it, until its author says it to everyone. */
function SayIt({ entry }: { entry: Entry<Point> }) {
  const scene = useScene();
  const t = useTranslations('thread.acts');
  const say = () => {
    sayIfFailed(sayInRoom(scene, entry, scene.revised(entry).point));
    showToast(t('said'));
  };
  return (
    <button type="button" className={styles.act} onClick={say}>
      {t('sayToAll')}
    </button>
  );
}

function Rule({ act, of }: { act: 'resolve' | 'reopen'; of: Post }) {
  const scene = useScene();
  const t = useTranslations('thread.acts');
  if (!mayRule(scene, act, of.ref)) return null;
  return (
    <Act
      icon={act === 'resolve' ? CircleCheck : RotateCcw}
      word={t(act)}
      onPress={() => sayIfFailed(scene.acts.rule(act, of.ref))}
    />
  );
}

function CopyLink({ entry }: { entry: Entry<Point> }) {
  const { addressOf } = useScene();
  const t = useTranslations('thread.acts');
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    const address = addressOf(entry.ref);
    try {
      await navigator.clipboard.writeText(address);
      setIsCopied(true);
    } catch {
      // Plain http and some browsers have no clipboard: the address bar can be copied from instead.
      location.hash = new URL(address).hash;
    }
  };
  return (
    <button
      type="button"
      className={styles.act}
      aria-label={t(isCopied ? 'linkCopied' : 'copyLink')}
      title={t('copyLink')}
      onClick={copy}
      onBlur={() => setIsCopied(false)}
    >
      {isCopied ? t('linkCopied') : <Link2 aria-hidden />}
    </button>
  );
}
