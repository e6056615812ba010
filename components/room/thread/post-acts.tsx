// What can be done with a post, as quiet words below it. permission.ts decides which are offered.

import { Link2, Network } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { showToast } from '#components/ui/over/toast.tsx';
import type { Entry, Point } from '#lib/model/record.ts';
import type { Post, Thread } from '#lib/model/threads/thread.ts';
import { mayReword, maySay, sayInRoom } from '../card/card-acts.ts';
import { useOpenRoom } from '../frame/open-room.ts';
import { viewAt, viewsOf } from '../frame/views.ts';
import { sayIfFailed } from '../scene/failure.ts';
import { mayRule, useScene, verdictOnRevising } from '../scene/scene.ts';
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
  const { me, placeOf } = scene;
  const { info } = useOpenRoom();
  const isOnMap = viewAt(usePathname(), viewsOf(info))?.name === 'map';
  const isShared = placeOf(entry.ref) === 'room';
  const isMine = entry.participant === me.participant;
  const isRewordable = mayReword(scene, entry);
  const isPrep = maySay(scene, entry);
  const mayRevise = isMine && verdictOnRevising(scene, entry).ok;
  return (
    <div className={styles.acts}>
      <button type="button" className={styles.act} onClick={onAnswer}>
        Answer
      </button>
      <Reactions post={post} entry={entry} />
      {mayRevise && (
        <>
          {entry.value.kind !== 'highlight' && (
            <button type="button" className={styles.act} onClick={onEdit}>
              Edit
            </button>
          )}
          <button type="button" className={styles.act} onClick={onWithdraw}>
            Withdraw
          </button>
        </>
      )}
      {isRewordable && (
        <button type="button" className={styles.act} onClick={onEdit}>
          Reword
        </button>
      )}
      {isPrep && <SayIt entry={entry} />}
      {isShared && post.level === 0 && <Rule act={thread.resolvedBy ? 'reopen' : 'resolve'} of={post} />}
      {isShared && <ModerationActs post={post} />}
      {!isOnMap && (
        <Link
          className={styles.act}
          href={`/rooms/${info.room.id}/map#p=${entry.ref}`}
          aria-label="Show in the map"
          title="Show in the map"
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
  const say = () => {
    sayIfFailed(sayInRoom(scene, entry, scene.revised(entry).point));
    showToast('Said: everyone here sees this card now.');
  };
  return (
    <button type="button" className={styles.act} onClick={say}>
      Say it to all
    </button>
  );
}

const rulingWords = { resolve: 'Resolve', reopen: 'Reopen' } as const;

function Rule({ act, of }: { act: keyof typeof rulingWords; of: Post }) {
  const scene = useScene();
  if (!mayRule(scene, act, of.ref)) return null;
  return (
    <button type="button" className={styles.act} onClick={() => sayIfFailed(scene.acts.rule(act, of.ref))}>
      {rulingWords[act]}
    </button>
  );
}

function CopyLink({ entry }: { entry: Entry<Point> }) {
  const { addressOf } = useScene();
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
      aria-label={isCopied ? 'Link copied' : 'Copy link'}
      title="Copy link"
      onClick={copy}
      onBlur={() => setIsCopied(false)}
    >
      {isCopied ? 'Link copied' : <Link2 aria-hidden />}
    </button>
  );
}
