'use client';
// Moderating one discussion: the queue of flagged notes, who may write, and the trail of what was decided.

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button, LinkButton } from '#components/ui/form/button.tsx';
import { anything, send } from '#components/ui/form/request.ts';
import { showToast } from '#components/ui/over/toast.tsx';
import { EmptyState } from '#components/ui/page/empty-state.tsx';
import { Page, PageHead, Section } from '#components/ui/page/page.tsx';
import { Time } from '#components/ui/time.tsx';
import type { OpenFlag } from '#lib/model/flag.ts';
import { isInstructor } from '#lib/model/permission.ts';
import type { Ref } from '#lib/model/record.ts';
import { anchorOf } from '#lib/model/threads/thread.ts';
import { useOpenRoom } from '../frame/open-room.ts';
import { sayIfFailed } from '../scene/failure.ts';
import { nameOf, readable } from '../scene/people.ts';
import { useScene } from '../scene/scene.ts';
import { type ModerationAct, ModerationDialog } from '../thread/moderation.tsx';
import css from './moderate.module.css';
import { type TrailLine, trailWords } from './trail.ts';

export function ModerateView({ flags, trail }: { flags: readonly OpenFlag[]; trail: readonly TrailLine[] }) {
  const { people } = useScene();
  const { info } = useOpenRoom();
  return (
    <Page width="list">
      <PageHead title="Moderation" under={info.room.title} />
      <Section title="Flagged notes">
        {flags.length === 0 ? (
          <EmptyState title="Nothing is flagged">
            Members can flag a note; it then waits here until you decide.
          </EmptyState>
        ) : (
          // biome-ignore lint/a11y/noRedundantRoles: without its bullets Safari no longer takes it for a list
          <ul role="list" aria-label="Flagged notes" className={css.rows}>
            {flags.map((flag) => (
              <Flagged key={flag.of} flag={flag} />
            ))}
          </ul>
        )}
      </Section>
      <Section title="Who may write">
        <Locks />
      </Section>
      <Section title="Audit trail">
        {trail.length === 0 ? (
          <p className={css.quiet}>Nothing was hidden, locked or erased here.</p>
        ) : (
          <ol className={css.rows} aria-label="Audit trail">
            {trail.map((line) => (
              <li key={line.id} className={css.row}>
                <div className={css.words}>
                  <span>{trailWords(line, (id) => nameOf(people, id))}</span>
                  {line.reason && (
                    <q className={css.quiet} dir="auto">
                      {line.reason}
                    </q>
                  )}
                </div>
                <span className={css.quiet}>
                  <Time at={line.at} />
                </span>
              </li>
            ))}
          </ol>
        )}
      </Section>
    </Page>
  );
}

function Flagged({ flag }: { flag: OpenFlag }) {
  const router = useRouter();
  const { info, discussion } = useOpenRoom();
  const { people } = useScene();
  const [asked, setAsked] = useState<ModerationAct | null>(null);
  const post = discussion.postOf.get(flag.of);
  const entry = post?.entry;
  const said = entry?.value.card?.tag ?? entry?.value.body ?? (post?.entry && anchorOf(post)?.quote);
  const words = said ? readable(people, said) : 'This note has no words any more.';
  const author = nameOf(people, flag.of.split('/')[0] ?? '');
  const dismiss = async () => {
    const answer = await send(`/rooms/${info.room.id}/flags`, anything, { body: { of: flag.of } });
    showToast(answer.ok ? 'The note stays as it is.' : answer.problem.message);
    router.refresh();
  };
  return (
    <li className={css.row}>
      <div className={css.words}>
        <b dir="auto">{author}</b>
        <span className={css.body} dir="auto">
          {words}
        </span>
        {flag.reasons.map(({ by, reason, at }) => (
          <span key={by} className={css.quiet}>
            Flagged by <bdi>{nameOf(people, by)}</bdi>: <bdi>{reason}</bdi> · <Time at={at} />
          </span>
        ))}
      </div>
      <div className={css.acts}>
        <Button onPress={() => setAsked('hide')}>Hide…</Button>
        <Button onPress={dismiss}>Leave as it is</Button>
        <LinkButton href={`/rooms/${info.room.id}#p=${flag.of}`}>Open</LinkButton>
      </div>
      {asked && (
        <ModerationDialog
          act={asked}
          of={flag.of as Ref}
          author={author}
          roomId={info.room.id}
          onClose={() => {
            setAsked(null);
            router.refresh();
          }}
        />
      )}
    </li>
  );
}

function Locks() {
  const { people, room, acts, me } = useScene();
  const members = [...people.values()].filter((person) => !isInstructor(person.role) && !person.removed);
  const isRoomLocked = room.locks?.isRoomLocked ?? false;
  const turn = (isLocked: boolean, of: string) => sayIfFailed(acts.rule(isLocked ? 'unlock' : 'lock', of));
  return (
    <div className={css.stack}>
      <div className={css.row}>
        <div className={css.words}>
          <b>The whole discussion</b>
          <span className={css.quiet}>
            {isRoomLocked ? 'Locked: members read and do not write.' : 'Open: members write.'}
          </span>
        </div>
        <Button onPress={() => turn(isRoomLocked, 'room')}>{isRoomLocked ? 'Unlock' : 'Lock'}</Button>
      </div>
      {/* biome-ignore lint/a11y/noRedundantRoles: without its bullets Safari no longer takes it for a list */}
      <ul role="list" aria-label="Members" className={css.rows}>
        {members
          .filter(({ id }) => id !== me.participant)
          .map(({ id, name }) => {
            const isLocked = room.locks?.isLocked(id) ?? false;
            return (
              <li key={id} className={css.row}>
                <div className={css.words}>
                  <b dir="auto">{name}</b>
                  {isLocked && <span className={css.quiet}>Reads and does not write.</span>}
                </div>
                <Button
                  look="quiet"
                  aria-label={`${isLocked ? 'Unlock' : 'Lock'} ${name}`}
                  onPress={() => turn(isLocked, id)}
                >
                  {isLocked ? 'Unlock' : 'Lock'}
                </Button>
              </li>
            );
          })}
      </ul>
    </div>
  );
}
