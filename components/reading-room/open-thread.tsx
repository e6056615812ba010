// The open thread joined with the reader's attention: answering in it, leaving it, taking a note back with an undo (U18).

import { useState } from 'react';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import type { Attention, Move } from '#components/room/frame/use-attention.ts';
import { useAnsweringNow } from '#components/room/live/use-presence.ts';
import { useScene } from '#components/room/scene/scene.ts';
import { ThreadView } from '#components/room/thread/thread-view.tsx';
import { useWithdraw } from '#components/room/thread/use-withdraw.ts';
import type { Entry, Point } from '#lib/model/record.ts';
import type { Thread } from '#lib/model/threads/thread.ts';
import type { Presence } from '#lib/sync/room-state.ts';
import type { Opening } from './opening/use-opening.ts';

type Props = {
  thread: Thread;
  attention: Attention;
  attend: (move: Move) => void;
  presence: readonly Presence[];
  opening: Opening;
};

export function OpenThread({ thread, attention, attend, presence, opening }: Props) {
  const { people } = useScene();
  const takeBack = useWithdraw();
  const { active, answering } = attention;
  // As it was when the thread was opened: what is being read does not lose its mark under one's eyes.
  const { unread } = useOpenRoom();
  const [news] = useState(() => new Set(unread.get(thread.ref)?.map(({ ref }) => ref)));
  const withdraw = (entry: Entry<Point>) => {
    takeBack(entry);
    // Nothing is left to look at.
    if (thread.size === 1) opening.close();
  };
  return (
    <ThreadView
      thread={thread}
      active={active}
      news={news}
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
