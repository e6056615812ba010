// The open thread joined with the reader's attention: answering in it, leaving it, taking a note back with an undo (U18).

import { showToast } from '#components/ui/toast.tsx';
import type { Entry, Point } from '#lib/model/record.ts';
import type { Thread } from '#lib/model/thread.ts';
import type { Presence } from '#lib/sync/room-state.ts';
import { sayIfFailed } from '../failure.ts';
import { useAnsweringNow } from '../live/use-presence.ts';
import { useScene } from '../scene.ts';
import type { Attention, Move } from '../use-attention.ts';
import type { Opening } from '../use-opening.ts';
import { ThreadView } from './thread-view.tsx';

const undoMs = 8000;

type Props = {
  thread: Thread;
  attention: Attention;
  attend: (move: Move) => void;
  presence: readonly Presence[];
  opening: Opening;
};

export function OpenThread({ thread, attention, attend, presence, opening }: Props) {
  const { acts, placeOf, people } = useScene();
  const { active, answering } = attention;
  const withdraw = (entry: Entry<Point>) => {
    const place = placeOf(entry.ref);
    sayIfFailed(acts.withdraw(place, entry));
    // Nothing is left to look at.
    if (thread.size === 1) opening.close();
    showToast('Note withdrawn.', {
      action: { label: 'Undo', run: () => sayIfFailed(acts.restore(place, entry)) },
      lastsMs: undoMs,
    });
  };
  return (
    <ThreadView
      thread={thread}
      active={active}
      answering={answering}
      answeringNow={useAnsweringNow(presence, people)}
      onAnswer={(next) => attend({ type: 'answer', answering: next })}
      onAnswered={(posted) => {
        opening.focusOn(posted ?? answering?.to ?? thread.ref);
        attend({ type: 'answer', answering: null });
      }}
      onWithdraw={withdraw}
      onShowPassage={(post) => opening.show(post.ref)}
    />
  );
}
