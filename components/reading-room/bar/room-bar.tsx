// The top of a reading room: where one is, whether all is saved, who is here, and the way to invite and to leave.

import dynamic from 'next/dynamic';
import { TopBar } from '#components/ui/top-bar.tsx';
import type { RoomState } from '#lib/sync/room-state.ts';
import type { People } from '../people.ts';
import type { RoomInfo } from '../room-info.ts';
import { Faces } from './faces.tsx';
import styles from './room-bar.module.css';
import { SaveWords } from './save-words.tsx';

// Menus and dialogs come after the text is alive: they are a third of what the browser would otherwise load first.
const AccountMenu = dynamic(
  () => import('#components/account/account-menu.tsx').then((module) => module.AccountMenu),
  { ssr: false },
);
const InviteDialog = dynamic(
  () => import('#components/space/invite-dialog.tsx').then((module) => module.InviteDialog),
  { ssr: false },
);

type Props = {
  info: RoomInfo;
  isClosed: boolean;
  state: RoomState;
  people: People;
  noteCount: number;
  onNotes: () => void;
};

export function RoomBar({ info, isClosed, state, people, noteCount, onNotes }: Props) {
  const { room, me } = info;
  const where = room.title === info.reading.title ? room.spaceName : `${room.spaceName} · ${room.title}`;
  return (
    <TopBar
      home="/library"
      place={where}
      middle={
        <button type="button" className={styles.notes} onClick={onNotes}>
          Notes {noteCount}
        </button>
      }
      end={
        <>
          {isClosed && <span className={styles.closed}>Closed</span>}
          <SaveWords save={state.save} />
          <Faces presence={state.presence} people={people} me={me.participantId} />
          {me.mayInvite.length > 0 && (
            <div className={styles.invite}>
              <InviteDialog roomId={room.id} kind={room.spaceKind} roles={me.mayInvite} />
            </div>
          )}
          <div className={styles.account}>
            <AccountMenu me={{ id: me.participantId, name: me.name, isGuest: me.isGuest }} />
          </div>
        </>
      }
    />
  );
}
