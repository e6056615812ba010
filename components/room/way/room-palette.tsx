// What the palette leads to in one room: its views, lists, readings, paragraphs and notes. Gathered only while it is open.

import { usePathname, useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl/react';
import { noteOf } from '#lib/model/record.ts';
import { postsIn } from '#lib/model/threads/thread.ts';
import { useOpenRoom } from '../frame/open-room.ts';
import { follow } from '../frame/use-link.ts';
import { withReading } from '../frame/use-reading.ts';
import { useViews } from '../frame/use-views.ts';
import { readable } from '../scene/people.ts';
import { useScene } from '../scene/scene.ts';
import { authorOf } from '../thread/conversation.ts';
import { useSilences } from '../thread/use-silence.ts';
import type { Goal } from './goals.ts';
import { Palette } from './palette.tsx';

export function RoomPalette({ onClose, onHelp }: { onClose: () => void; onHelp: () => void }) {
  const t = useTranslations('room.palette');
  const tView = useTranslations('room.view');
  const router = useRouter();
  const { info, reading, showReading, threads, attend } = useOpenRoom();
  const { people } = useScene();
  const silenceOf = useSilences();
  const views = useViews();
  const base = views[0]?.href ?? '/';
  const pathname = usePathname();
  const goTo = (hash: string) => (pathname === base ? follow(hash) : router.push(base + hash));
  const acts: Goal[] = [
    ...views.map(({ name, href }) => ({
      id: `view:${name}`,
      label: tView(name),
      kind: t('kind.view'),
      go: () => router.push(href),
    })),
    {
      id: 'notes',
      label: t('notes'),
      kind: t('kind.list'),
      go() {
        router.push(base);
        attend({ type: 'list', panel: { kind: 'notes', block: null } });
      },
    },
    { id: 'help', label: t('keys'), kind: t('kind.help'), words: t('keysToo'), go: onHelp },
    { id: 'library', label: t('library'), kind: t('kind.page'), go: () => router.push('/library') },
    { id: 'settings', label: t('settings'), kind: t('kind.page'), go: () => router.push('/settings') },
  ];
  const { readings } = info;
  const hrefOf = (id: string) =>
    withReading({ pathname: base, search: '' }, id === readings[0]?.id ? '' : id);
  const readIn = (id: string, hash: string) => {
    if (pathname !== base) return router.push(hrefOf(id) + hash);
    if (id !== reading.id) showReading(id);
    if (hash) follow(hash);
  };
  const titles =
    readings.length < 2
      ? []
      : readings.map(
          ({ id, title }): Goal => ({
            id: `reading:${id}`,
            label: title,
            kind: t('kind.reading'),
            go: () => readIn(id, ''),
          }),
        );
  // Those of the reading in view first.
  const paragraphs = [reading, ...readings.filter((one) => one !== reading)].flatMap(
    ({ id, title, blocks }) =>
      blocks.map(
        ({ text }, i): Goal => ({
          id: `block:${id}:${i}`,
          label: text.slice(0, 120),
          words: text,
          kind:
            readings.length < 2
              ? t('paragraph', { number: i + 1 })
              : t('paragraphOf', { title, number: i + 1 }),
          go: () => readIn(id, `#b=${i + 1}`),
        }),
      ),
  );
  const notes = threads.flatMap((thread) =>
    postsIn(thread).flatMap((post): Goal[] => {
      const body = readable(people, post.entry ? noteOf(post.entry.value).body : '');
      if (!body || silenceOf(post) !== null) return [];
      return [
        {
          id: post.ref,
          label: body.slice(0, 120),
          words: body,
          kind: authorOf(post, people),
          go: () => goTo(`#p=${post.ref}`),
        },
      ];
    }),
  );
  return <Palette goals={[...acts, ...titles, ...paragraphs, ...notes]} onClose={onClose} />;
}
