// What was done can be undone from whatever page one has gone to, and is told there where that fails.

import { parseHTML } from 'linkedom';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { messagesOf } from '#lib/words/catalogue.ts';
import { WordsProvider } from '../words.tsx';
import { Toasts } from './toast.tsx';
import { offerUndo } from './undo.ts';

// For as long as this file lives: what React has yet to do, it does after a test has ended, too.
const { window, document } = parseHTML('<div></div>');
vi.stubGlobal('window', window);
vi.stubGlobal('document', document);
const page = document.querySelector('div') as unknown as HTMLElement;
const root = createRoot(page);
flushSync(() =>
  root.render(
    <WordsProvider locale="en" messages={messagesOf('en', ['ui'])}>
      <Toasts />
    </WordsProvider>,
  ),
);

function buttonCalled(name: string): HTMLElement {
  const found = [...page.querySelectorAll('button')].find((one) => one.textContent === name);
  if (!found) throw new Error(`no button is called ${name}`);
  return found;
}

it.each([
  ['says so where it fails', 'The connection was lost.', ['The connection was lost.']],
  ['says nothing more where it is done', null, []],
])('[U18] an undo %s', async (_, outcome, told) => {
  const takeBack = vi.fn(async () => outcome);
  flushSync(() => offerUndo('Ada was removed.', takeBack));
  expect(page.textContent).toContain('Ada was removed.');
  flushSync(() => buttonCalled('Undo').click());
  await vi.waitFor(() => {
    expect(takeBack).toHaveBeenCalledTimes(1);
    expect([...page.querySelectorAll('span')].map((one) => one.textContent).filter(Boolean)).toEqual(told);
  });
  flushSync(() => {
    for (const button of page.querySelectorAll('button')) button.click();
  });
});
