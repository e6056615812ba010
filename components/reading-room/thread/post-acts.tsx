// What can be done with a post, as quiet words below it. permission.ts decides which are offered.

import { type Ref as ReactRef, useState } from 'react';
import { isInstructor, mayRule } from '#lib/model/permission.ts';
import type { Entry, Point, RulingAct } from '#lib/model/record.ts';
import type { Post, Thread } from '#lib/model/thread.ts';
import { sayIfFailed } from '../failure.ts';
import { mayRevise, placesFor, useScene } from '../scene.ts';
import styles from './post.module.css';
import { Reactions } from './reactions.tsx';

type Props = {
  thread: Thread;
  post: Post;
  entry: Entry<Point>;
  answerButton?: ReactRef<HTMLButtonElement>;
  onAnswer: () => void;
  onEdit: () => void;
  onWithdraw: () => void;
};

export function PostActs({ thread, post, entry, answerButton, onAnswer, onEdit, onWithdraw }: Props) {
  const scene = useScene();
  const { me, placeOf } = scene;
  const isShared = placeOf(entry.ref) === 'room';
  const isMine = entry.participant === me.participant;
  const maySay = !isShared || placesFor(scene, entry.ref).includes('room');
  return (
    <div className={styles.acts}>
      {placesFor(scene, entry.ref).length > 0 && (
        <button ref={answerButton} type="button" className={styles.act} onClick={onAnswer}>
          Answer
        </button>
      )}
      <Reactions post={post} entry={entry} mayReact={!isMine && isShared && maySay} />
      {mayRevise(scene, entry) && (
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
      {isShared && post.level === 0 && <RuleButton thread={thread} />}
      {isShared && isInstructor(me.role) && (
        <Rule
          act={post.hiddenBy ? 'show' : 'hide'}
          of={post}
          label={post.hiddenBy ? 'Show to all' : 'Hide'}
        />
      )}
      <CopyLink entry={entry} />
    </div>
  );
}

function RuleButton({ thread }: { thread: Thread }) {
  const { me } = useScene();
  if (!mayRule(me, 'resolve', thread.ref)) return null;
  return thread.resolvedBy ? (
    <Rule act="reopen" of={thread.root} label="Reopen" />
  ) : (
    <Rule act="resolve" of={thread.root} label="Resolve" />
  );
}

function Rule({ act, of, label }: { act: RulingAct; of: Post; label: string }) {
  const { acts } = useScene();
  return (
    <button type="button" className={styles.act} onClick={() => sayIfFailed(acts.rule(act, of.ref))}>
      {label}
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
    <button type="button" className={styles.act} onClick={copy} onBlur={() => setIsCopied(false)}>
      {isCopied ? 'Link copied' : 'Copy link'}
    </button>
  );
}
