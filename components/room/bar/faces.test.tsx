// Who else is here: a face each, up to five, then a number; one person on three devices is one face.

import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { WordsProvider } from '#components/ui/words.tsx';
import type { Presence } from '#lib/sync/room-state.ts';
import { messagesOf } from '#lib/words/catalogue.ts';
import { englishPeople } from '../scene/english-people.ts';
import { Faces } from './faces.tsx';

const names = ['Ada', 'Bea', 'Chidi', 'Dana', 'Emeka', 'Farid', 'Grace', 'Hana'];
const seat = { role: 'member', kind: 'member', removed: false, side: null, part: null } as const;
const people = englishPeople(names.map((name) => ({ ...seat, id: name.toLowerCase(), name })));

const here = (...ids: string[]): Presence[] =>
  ids.map((participant, client) => ({ participant, client, isMe: false }));

function said(presence: readonly Presence[]): string[] {
  const html = renderToStaticMarkup(
    <WordsProvider locale="en" messages={messagesOf('en', ['room'])}>
      <Faces presence={presence} people={people} me="ada" />
    </WordsProvider>,
  );
  return [...html.matchAll(/<li.*?<\/li>/g)].map(([item]) =>
    item.replace(/<span[^>]*aria-hidden.*?<\/span>/, '').replace(/<[^>]*>/g, ''),
  );
}

it('[U21] shows up to five others, and says who the rest are', () => {
  expect(said(here('ada'))).toEqual([]);
  expect(said(here('ada', 'bea', 'bea', 'chidi'))).toEqual(['Bea', 'Chidi']);
  expect(said(here(...names.map((name) => name.toLowerCase())))).toEqual([
    'Bea',
    'Chidi',
    'Dana',
    'Emeka',
    'Farid',
    'Grace, Hana',
  ]);
});
