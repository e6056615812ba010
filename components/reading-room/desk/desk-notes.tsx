// The notes on the desk: in the margin beside the text, or in a panel where there is none (U12); with the thread that is
// open and the note or card that is being written.

import dynamic from 'next/dynamic';
import { useCallback } from 'react';
import { isCardTarget } from '#components/room/compose/use-draft.ts';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { useAttention } from '#components/room/frame/use-attention.ts';
import type { Ref } from '#lib/model/record.ts';
import type { Target } from '#lib/sync/device/drafts.ts';
import { NearMargin } from '../margin/near-margin.tsx';
import type { Opening } from '../opening/use-opening.ts';
import type { DeskSide } from './desk-side.ts';

// A dialog and its fields come when the first card is made.
const NewCard = dynamic(
  () => import('#components/cards/editor/new-card.tsx').then((module) => module.NewCard),
  {
    ssr: false,
  },
);

type Props = DeskSide & {
  opening: Opening;
  /** The note that is being written. */
  note: Target | null;
};

export function DeskNotes(props: Props) {
  const { articleRef, finding, drafts, layout, geometry, parts, opening, note } = props;
  const { onOpen, onCompose, onLight } = props;
  const { reading, state, places, unread, attend } = useOpenRoom();
  const attention = useAttention();
  const { active, composing, lit } = attention;
  const { close } = opening;
  const discussion = finding.found;
  const activeThread = active ? discussion.posts.get(active)?.thread : undefined;
  const activate = useCallback(
    (ref: Ref | null) => (ref ? onOpen(ref, { focus: true }) : close()),
    [onOpen, close],
  );
  const list = useCallback(
    (block: number) => attend({ type: 'list', panel: { kind: 'notes', block } }),
    [attend],
  );
  const thread = activeThread && parts && (
    <parts.OpenThread
      key={activeThread.ref}
      thread={activeThread}
      attention={attention}
      attend={attend}
      presence={state.presence}
      opening={opening}
    />
  );
  const composer = note && parts && (
    <parts.NoteComposer key={note} target={note} onDone={opening.leaveNote} />
  );

  return (
    <>
      {layout === 'wide' && geometry ? (
        <NearMargin
          articleRef={articleRef}
          cards={discussion.cards}
          drafts={drafts}
          places={places}
          geometry={geometry}
          active={activeThread?.ref ?? null}
          composing={note}
          unread={unread}
          lit={lit && (discussion.posts.get(lit)?.thread.ref ?? null)}
          isKnown={state.firstSync !== 'pending'}
          thread={thread}
          composer={composer}
          onActivate={activate}
          onCompose={onCompose}
          onLight={onLight}
          onList={list}
        />
      ) : (
        <aside />
      )}
      {parts && (layout !== 'wide' || attention.panel) && (
        <parts.DeskPanel
          blocks={reading.blocks}
          cards={discussion.cards}
          elsewhere={discussion.elsewhere}
          drafts={drafts}
          unread={unread}
          finding={finding}
          attention={attention}
          thread={thread}
          composer={composer}
          onOpen={(ref) => onOpen(ref, { focus: layout === 'wide' })}
          onCompose={onCompose}
          onClose={close}
          articleRef={articleRef}
        />
      )}
      {isCardTarget(composing) && (
        <NewCard
          key={composing}
          target={composing}
          onDone={(made, { range }) => opening.leaveNote(made, range)}
        />
      )}
    </>
  );
}
