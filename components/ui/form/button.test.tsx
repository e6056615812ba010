// Which clicks are a press.

import { parseHTML } from 'linkedom';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { Button } from './button.tsx';

// For as long as this file lives: what React has yet to do, it does after a test has ended, too.
const { window, document, Event } = parseHTML('<div></div>');
vi.stubGlobal('window', window);
vi.stubGlobal('document', document);
const page = document.querySelector('div') as unknown as HTMLElement;
const root = createRoot(page);

/** A click as a browser tells of it: 0 by a key, else the how manieth within the time of a double click. */
function click(detail: number): void {
  const event = Object.assign(new Event('click', { bubbles: true, cancelable: true }), { detail });
  page.querySelector('button')?.dispatchEvent(event as unknown as MouseEvent);
}

it.each([
  ['a key', {}, [0, 0], 2],
  ['a pointer', {}, [1, 2], 2],
  ['a key, that turns into its undo', { isTurning: true }, [0, 0], 2],
  ['a double click, that turns into its undo', { isTurning: true }, [1, 2], 1],
  ['two clicks of their own, that turns into its undo', { isTurning: true }, [1, 1], 2],
  ['a key, while it is busy', { isPending: true }, [0], 0],
])('a button by %s', (_, looks, clicks, presses) => {
  const onPress = vi.fn();
  flushSync(() =>
    root.render(
      <Button {...looks} onPress={onPress}>
        {null}
      </Button>,
    ),
  );
  for (const detail of clicks) click(detail);
  expect(onPress).toHaveBeenCalledTimes(presses);
});
