// Who is removed from a list is asked for once, however long the list takes to come again.

import { parseHTML } from 'linkedom';
import { Suspense, startTransition, use, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { WordsProvider } from '#components/ui/words.tsx';
import { messagesOf } from '#lib/words/catalogue.ts';
import { MemberList, type SpaceMember } from './member-list.tsx';

// For as long as this file lives: what React has yet to do, it does after a test has ended, too.
const { window, document } = parseHTML('<div></div>');
vi.stubGlobal('window', window);
vi.stubGlobal('document', document);
const page = document.querySelector('div') as unknown as HTMLElement;

const refresh = vi.fn();
vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => refresh() }) }));

const member = (name: string): SpaceMember => ({
  accountId: name,
  name,
  kind: 'member',
  role: 'member',
  email: null,
  scope: 'space',
  removed: false,
  isOutside: false,
});
const space = { id: 's', kind: 'course', me: 'me', role: 'owner', sections: [] } as const;

/** The page as the server gives it: asked for anew, it shows what it has until the next has come. */
function ServedList() {
  const [served, setServed] = useState(() => Promise.resolve([member('Ada'), member('Bea')]));
  refresh.mockImplementation(() => startTransition(() => setServed(coming.promise)));
  return <MemberList members={use(served)} space={space} />;
}
const coming = Promise.withResolvers<SpaceMember[]>();

const buttonFor = (name: string) =>
  page.querySelector<HTMLButtonElement>(`button[aria-label="${name}"]`) ?? expect.fail(`no ${name}`);

it('removes once, pressed again by key before the list has come; others can be removed meanwhile', async () => {
  const asked = vi.fn(async (path: string) => Response.json({ path }));
  vi.stubGlobal('fetch', asked);
  createRoot(page).render(
    <WordsProvider locale="en" messages={messagesOf('en', ['ui', 'library', 'terms'])}>
      <Suspense>
        <ServedList />
      </Suspense>
    </WordsProvider>,
  );
  await vi.waitFor(() => buttonFor('Remove Ada'));
  flushSync(() => buttonFor('Remove Ada').click());
  await vi.waitFor(() => expect(refresh).toHaveBeenCalledTimes(1));
  // All that React still had to do without the list is done.
  await new Promise(setImmediate);
  flushSync(() => buttonFor('Remove Ada').click());
  expect(buttonFor('Remove Ada').getAttribute('aria-busy')).toBe('true');
  flushSync(() => buttonFor('Remove Bea').click());
  expect(asked.mock.calls.map(([path]) => path)).toEqual([
    '/api/spaces/s/members/Ada',
    '/api/spaces/s/members/Bea',
  ]);
  coming.resolve([{ ...member('Ada'), removed: true }, member('Bea')]);
  await vi.waitFor(() => expect(buttonFor('Let back in Ada').getAttribute('aria-busy')).toBeNull());
});
