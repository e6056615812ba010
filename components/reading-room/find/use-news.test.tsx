// What is news to a page, however late the server's times come.

import { parseHTML } from 'linkedom';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import type { Unread } from '#components/room/frame/use-unread.ts';
import type { Ref } from '#lib/model/record.ts';
import type { Post } from '#lib/model/threads/thread.ts';
import { useNews } from './use-news.ts';

const { window, document } = parseHTML('<div></div>');
vi.stubGlobal('window', window);
vi.stubGlobal('document', document);
const root = createRoot(document.querySelector('div') as unknown as HTMLElement);

let news: readonly Post[] = [];
function Page(props: { unread: Unread; entries: ReadonlyMap<Ref, unknown>; isReady: boolean }) {
  news = useNews(props.unread, props.entries, props.isReady);
  return null;
}
const unreadOf = (...refs: Ref[]): Unread =>
  new Map(refs.map((ref) => [ref, [{ ref } as Pick<Post, 'ref'> as Post]]));
const standing = (...refs: Ref[]) => new Map(refs.map((ref) => [ref, {}]));
function shown(unread: Unread, entries: ReadonlyMap<Ref, unknown>, isReady = true): readonly Ref[] {
  flushSync(() => root.render(<Page unread={unread} entries={entries} isReady={isReady} />));
  return news.map(({ ref }) => ref);
}

it('[U24] tells nothing of what stood there, known as unread at once or later, and all that came after', () => {
  expect(shown(unreadOf(), standing('a/1'), false)).toEqual([]);
  expect(shown(unreadOf('a/1'), standing('a/1', 'a/2'))).toEqual([]);
  expect(shown(unreadOf('a/1', 'a/2'), standing('a/1', 'a/2'))).toEqual([]);
  expect(shown(unreadOf('a/1', 'a/2', 'b/3'), standing('a/1', 'a/2', 'b/3'))).toEqual(['b/3']);
});
