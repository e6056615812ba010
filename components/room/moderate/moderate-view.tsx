'use client';
// Moderating one discussion: the queue of flagged notes, who may write, and the trail of what was decided.

import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl/react';
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
  const t = useTranslations('room.moderate');
  const { people } = useScene();
  const { info } = useOpenRoom();
  return (
    <Page width="list">
      <PageHead title={t('title')} under={info.room.title} />
      <Section title={t('flagged')}>
        {flags.length === 0 ? (
          <EmptyState
            title={t('nothingFlagged')}
            action={<LinkButton href={`/rooms/${info.room.id}`}>{t('toDiscussion')}</LinkButton>}
          >
            {t('nothingFlaggedHelp')}
          </EmptyState>
        ) : (
          // biome-ignore lint/a11y/noRedundantRoles: without its bullets Safari no longer takes it for a list
          <ul role="list" aria-label={t('flagged')} className={css.rows}>
            {flags.map((flag) => (
              <Flagged key={flag.of} flag={flag} />
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('writers')}>
        <Locks />
      </Section>
      <Section title={t('trail')}>
        {trail.length === 0 ? (
          <p className={css.quiet}>{t('noTrail')}</p>
        ) : (
          <ol className={css.rows} aria-label={t('trail')}>
            {trail.map((line) => (
              <li key={line.id} className={css.row}>
                <div className={css.words}>
                  <span>{trailWords(line, (id) => nameOf(people, id), t)}</span>
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

const named = { name: (words: ReactNode) => <bdi>{words}</bdi> };

function Flagged({ flag }: { flag: OpenFlag }) {
  const t = useTranslations('room.moderate');
  const router = useRouter();
  const { info, discussion } = useOpenRoom();
  const { people } = useScene();
  const [asked, setAsked] = useState<ModerationAct | null>(null);
  const post = discussion.posts.get(flag.of)?.post;
  const entry = post?.entry;
  const said = entry?.value.card?.tag ?? entry?.value.body ?? (post?.entry && anchorOf(post)?.quote);
  const words = said ? readable(people, said) : t('noWords');
  const author = nameOf(people, flag.of.split('/')[0] ?? '');
  const dismiss = async () => {
    const answer = await send(`/rooms/${info.room.id}/flags`, anything, { body: { of: flag.of } });
    showToast(answer.ok ? t('left') : answer.problem.message);
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
            {t.rich('flaggedBy', { ...named, who: nameOf(people, by), reason })} · <Time at={at} />
          </span>
        ))}
      </div>
      <div className={css.acts}>
        <Button onPress={() => setAsked('hide')}>{t('hide')}</Button>
        <Button onPress={dismiss}>{t('leave')}</Button>
        <LinkButton href={`/rooms/${info.room.id}#p=${flag.of}`}>{t('open')}</LinkButton>
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
  const t = useTranslations('room.moderate');
  const { people, room, acts, me } = useScene();
  const members = [...people.values()].filter((person) => !isInstructor(person.role) && !person.removed);
  const isRoomLocked = room.locks?.isRoomLocked ?? false;
  const turn = (isLocked: boolean, of: string) => sayIfFailed(acts.rule(isLocked ? 'unlock' : 'lock', of));
  return (
    <div className={css.stack}>
      <div className={css.row}>
        <div className={css.words}>
          <b>{t('whole')}</b>
          <span className={css.quiet}>{isRoomLocked ? t('wholeLocked') : t('wholeOpen')}</span>
        </div>
        <Button onPress={() => turn(isRoomLocked, 'room')}>{isRoomLocked ? t('unlock') : t('lock')}</Button>
      </div>
      {/* biome-ignore lint/a11y/noRedundantRoles: without its bullets Safari no longer takes it for a list */}
      <ul role="list" aria-label={t('members')} className={css.rows}>
        {members
          .filter(({ id }) => id !== me.participant)
          .map(({ id, name }) => {
            const isLocked = room.locks?.isLocked(id) ?? false;
            return (
              <li key={id} className={css.row}>
                <div className={css.words}>
                  <b dir="auto">{name}</b>
                  {isLocked && <span className={css.quiet}>{t('locked')}</span>}
                </div>
                <Button
                  look="quiet"
                  aria-label={isLocked ? t('unlockWhom', { name }) : t('lockWhom', { name })}
                  onPress={() => turn(isLocked, id)}
                >
                  {isLocked ? t('unlock') : t('lock')}
                </Button>
              </li>
            );
          })}
      </ul>
    </div>
  );
}
