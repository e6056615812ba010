'use client';
// What waits for someone: what is due, what was said to them, and which discussions they muted.

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button, LinkButton } from '#components/ui/form/button.tsx';
import { anything, send } from '#components/ui/form/request.ts';
import { Notice } from '#components/ui/over/notice.tsx';
import { EmptyState } from '#components/ui/page/empty-state.tsx';
import { Section } from '#components/ui/page/page.tsx';
import { Time } from '#components/ui/time.tsx';
import css from './inbox.module.css';

type Item = {
  ref: string;
  kind: 'for-all' | 'instructor' | 'reply' | 'mention';
  by: string;
  at: string;
  words: string;
  roomId: string;
  roomTitle: string;
  isNew: boolean;
};
type Due = { roomId: string; title: string; what: 'notes' | 'replies'; at: string };
type Props = {
  items: readonly Item[];
  due: readonly Due[];
  muted: readonly { roomId: string; title: string }[];
};

const name = { name: (words: ReactNode) => <b dir="auto">{words}</b> };

export function InboxList({ items, due, muted }: Props) {
  const t = useTranslations('library.inbox');
  const router = useRouter();
  useEffect(() => {
    // What is shown counts as seen from the next visit on.
    void send('/inbox', anything, { method: 'POST' });
  }, []);
  const mute = async (roomId: string, isMuted: boolean) => {
    await send(`/rooms/${roomId}/mute`, anything, { body: { muted: isMuted } });
    router.refresh();
  };
  return (
    <>
      {due.map(({ roomId, title, what, at }) => (
        <Notice key={`${roomId} ${what}`} title={t(`due.${what}`)}>
          <Link href={`/rooms/${roomId}`}>{title}</Link>, <Time at={at} />
        </Notice>
      ))}
      {items.length === 0 ? (
        <EmptyState title={t('nothing')} action={<LinkButton href="/library">{t('toLibrary')}</LinkButton>}>
          {t('whatComes')}
        </EmptyState>
      ) : (
        // biome-ignore lint/a11y/noRedundantRoles: without its bullets Safari no longer takes it for a list
        <ul role="list" aria-label={t('title')} className={css.rows}>
          {items.map((item) => (
            <li key={`${item.roomId} ${item.ref}`} className={css.row}>
              <div className={css.words}>
                <Link href={`/rooms/${item.roomId}#p=${item.ref}`} className={css.title} prefetch={false}>
                  {t.rich(`said.${item.kind}`, { who: item.by, ...name })}
                  {item.isNew && <span className={css.fresh}>{t('fresh')}</span>}
                </Link>
                <span className={css.body} dir="auto">
                  {item.words}
                </span>
                <span className={css.quiet}>
                  {item.roomTitle} · <Time at={item.at} />
                </span>
              </div>
              <Button
                look="quiet"
                aria-label={t('muteOne', { title: item.roomTitle })}
                onPress={() => void mute(item.roomId, true)}
              >
                {t('mute')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {muted.length > 0 && (
        <Section title={t('muted')}>
          {/* biome-ignore lint/a11y/noRedundantRoles: without its bullets Safari no longer takes it for a list */}
          <ul role="list" aria-label={t('muted')} className={css.rows}>
            {muted.map(({ roomId, title }) => (
              <li key={roomId} className={css.row}>
                <span className={css.words}>{title}</span>
                <Button
                  look="quiet"
                  aria-label={t('unmuteOne', { title })}
                  onPress={() => void mute(roomId, false)}
                >
                  {t('unmute')}
                </Button>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
