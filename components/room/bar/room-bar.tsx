// The top of a reading room: where one is, whether all is saved, who is here, and the way to invite and to leave.

import { ListFilter, Lock } from 'lucide-react';
import dynamic from 'next/dynamic';
import { usePathname } from 'next/navigation';
import { memo } from 'react';
import { useTranslations } from 'use-intl/react';
import { useManners } from '#components/ui/device/manners.tsx';
import { IconButton } from '#components/ui/form/button.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import { TopBar } from '#components/ui/page/top-bar.tsx';
import { mayImportWords } from '#lib/model/imported.ts';
import type { ParticipantId } from '#lib/model/record.ts';
import { useOpenRoom } from '../frame/open-room.ts';
import { useViews } from '../frame/use-views.ts';
import { viewAt } from '../frame/views.ts';
import type { People } from '../scene/people.ts';
import { Faces } from './faces.tsx';
import styles from './room-bar.module.css';
import { heldWithoutNotice, SaveReason, SaveWords } from './save-words.tsx';
import { ViewSwitch } from './view-switch.tsx';

// Menus and dialogs come after the text is alive: they are a third of what the browser would otherwise load first.
const AccountMenu = dynamic(
  () => import('#components/account/account-menu.tsx').then((module) => module.AccountMenu),
  { ssr: false },
);
const InviteHere = dynamic(() => import('./invite-here.tsx').then((module) => module.InviteHere), {
  ssr: false,
  loading: () => <div className={styles.invite} />,
});
const ExchangeMenu = dynamic(
  () => import('#components/exchange/exchange-menu.tsx').then((module) => module.ExchangeMenu),
  { ssr: false },
);
const RoomClock = dynamic(
  () => import('#components/round/room-clock.tsx').then((module) => module.RoomClock),
  { ssr: false },
);

const LookMenu = dynamic(() => import('./look-menu.tsx').then((module) => module.LookMenu), { ssr: false });

type Props = { isClosed: boolean; people: People };

/** Draws itself anew for what changes in the room, not for what its reader is at. */
export const RoomBar = memo(function RoomBar({ isClosed, people }: Props) {
  const { info, reading, state, attend, follow } = useOpenRoom();
  const t = useTranslations('room.bar');
  const { invisible } = useManners();
  const onFollow = (participant: ParticipantId) => {
    if (invisible) showToast(t('unseenAsker'));
    else follow.ask(participant);
  };
  const readingOf = (participant: ParticipantId) => {
    const at = state.presence.find((one) => one.participant === participant && one.reading !== undefined);
    return info.readings.find(({ id }) => id === at?.reading)?.title;
  };
  const held = heldWithoutNotice(state);
  const view = viewAt(usePathname(), useViews())?.name;
  const { room, me } = info;
  const where = room.title === info.readings[0]?.title ? room.spaceName : `${room.spaceName} · ${room.title}`;
  return (
    <TopBar
      home="/library"
      place={where}
      middle={<ViewSwitch />}
      under={held && <SaveReason save={held} />}
      end={
        <>
          {room.kind === 'debate' && <RoomClock isInFull={view === 'flow'} />}
          {isClosed && (
            <span className={styles.closed} title={t('closed')}>
              <Lock aria-hidden />
              <span>{t('closed')}</span>
            </span>
          )}
          <SaveWords save={state.save} />
          {view === 'read' && (
            <span className={styles.find}>
              <IconButton
                label={t('allNotes')}
                onPress={() => attend({ type: 'list', panel: { kind: 'notes', block: null } })}
              >
                <ListFilter aria-hidden />
              </IconButton>
            </span>
          )}
          {view === 'read' && (
            <div className={styles.account}>
              <LookMenu />
            </div>
          )}
          <Faces
            presence={state.presence}
            people={people}
            me={me.participantId}
            readingOf={readingOf}
            onFollow={view === 'read' ? onFollow : undefined}
          />
          {me.mayInvite.length > 0 && <InviteHere className={styles.invite} />}
          <div className={styles.account}>
            <ExchangeMenu room={room} mayImport={mayImportWords(state.role)} />
          </div>
          <div className={styles.account}>
            <AccountMenu
              me={{ id: me.participantId, name: me.name, isGuest: me.isGuest }}
              correctHref={reading.mayCorrect ? `/readings/${reading.id}/correct` : undefined}
            />
          </div>
        </>
      }
    />
  );
});
