// Every screen and state there is to look at, by name: who is there, where, and what they have done.

import type { Page } from '@playwright/test';
import { isSaved, selectWords } from '../story.ts';
import type { Class } from './class.ts';

export type Visitor = 'nobody' | 'ines' | 'bea' | 'noa' | 'guest';

export type Screen = {
  name: string;
  who: Visitor;
  path: string;
  /** All of the page in the place of what a window shows of it. */
  isWhole?: boolean;
  act?: (page: Page) => Promise<void>;
};

/** `sample`: the address of the sample room. */
export function screensOf(made: Class, sample: string): Screen[] {
  const { course, assignment, seminar, reading, round, invite, seat } = made;
  const room = `/rooms/${seminar}`;
  const debate = `/rooms/${round}`;
  const page = (name: string, who: Visitor, path: string): Screen => ({ name, who, path, isWhole: true });
  const pressed = (name: string, who: Visitor, path: string, button: string): Screen => ({
    ...{ name, who, path, act: (page) => press(page, button) },
  });
  const inRoom = (name: string, who: Visitor, path: string, act?: Screen['act']): Screen => ({
    ...{ name, who, path },
    async act(page) {
      await isSaved(page);
      await act?.(page);
    },
  });
  return [
    page('landing', 'nobody', '/'),
    page('sign-in', 'nobody', '/sign-in'),
    page('sign-up', 'nobody', '/sign-up'),
    page('reset', 'nobody', '/reset'),
    page('join', 'nobody', new URL(invite).pathname),
    page('seat', 'nobody', new URL(seat).pathname),
    page('join-lost', 'nobody', '/join/not-a-link-that-anyone-made'),
    page('not-found', 'nobody', '/nowhere'),
    page('offline', 'nobody', '/offline'),
    page('library-empty', 'noa', '/library'),
    page('inbox-empty', 'noa', '/inbox'),
    page('room-barred', 'noa', room),
    page('library', 'bea', '/library'),
    page('library-instructor', 'ines', '/library'),
    pressed('account-menu', 'ines', '/library', 'Ines Haddad: account'),
    page('inbox', 'bea', '/inbox'),
    page('settings', 'bea', '/settings'),
    page('import', 'ines', '/readings/new'),
    page('course', 'ines', `/spaces/${course}`),
    page('roster', 'ines', `/spaces/${course}/roster`),
    pressed('roster-file', 'ines', `/spaces/${course}/roster`, 'Add from a file'),
    page('assignment', 'ines', `/assignments/${assignment}`),
    page('assignment-new', 'ines', `/assignments/new?space=${course}&reading=${reading}`),
    page('assignment-review', 'ines', `/assignments/${assignment}/review`),
    page('copy', 'ines', `/spaces/${course}/copy`),
    page('reading', 'ines', `/readings/${reading}`),
    page('correction', 'ines', `/readings/${reading}/correct`),
    inRoom('sample', 'guest', sample),
    inRoom('room', 'bea', room),
    inRoom('room-thread', 'bea', room, (page) => openFirst(page)),
    inRoom('room-selection', 'bea', room, (page) => selectWords(page, 'habits are dearer')),
    inRoom('room-composer', 'bea', room, async (page) => {
      await selectWords(page, 'habits are dearer');
      await page.keyboard.press('r');
      await page.getByRole('textbox', { name: 'Your note' }).fill('Dearer than what? The text never says.');
    }),
    inRoom('room-notes', 'bea', room, (page) => page.keyboard.press('/')),
    inRoom('room-palette', 'bea', room, (page) => page.keyboard.press('Control+k')),
    inRoom('room-keys', 'bea', room, (page) => page.keyboard.press('?')),
    inRoom('room-look', 'bea', room, async (page) => {
      const look = page.getByRole('button', { name: 'How the text looks' });
      if (await look.isVisible()) await look.click();
    }),
    inRoom('room-export', 'ines', room, async (page) => {
      const menu = page.getByRole('button', { name: 'Export and import' });
      if (!(await menu.isVisible())) return;
      await menu.click();
      await page.getByRole('menuitem', { name: 'Export this discussion' }).click();
      await page.getByRole('dialog').waitFor();
    }),
    inRoom('room-invite', 'ines', room, (page) => press(page, 'Invite')),
    inRoom('map', 'bea', `${room}/map`),
    inRoom('map-list', 'bea', `${room}/map`, (page) => press(page, 'List view')),
    inRoom('review', 'ines', `${room}/review`),
    inRoom('review-student', 'ines', `${room}/review`, async (page) => {
      await press(page, 'One by one');
      await page.getByRole('main', { name: /^The work of/ }).waitFor();
    }),
    inRoom('review-settings', 'ines', `${room}/review`, (page) => press(page, 'Settings…')),
    inRoom('moderate', 'ines', `${room}/moderate`),
    inRoom('work', 'bea', `${room}/work`),
    page('print', 'bea', `/print/${seminar}`),
    inRoom('round', 'bea', debate),
    inRoom('flow', 'bea', `${debate}/flow`),
    inRoom('flow-chair', 'ines', `${debate}/flow`),
    inRoom('round-map', 'bea', `${debate}/map`),
    inRoom('cards-empty', 'bea', `${debate}/cards`),
  ];
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click();
}

async function openFirst(page: Page): Promise<void> {
  await page.keyboard.press('j');
  await page
    .getByRole('article', { name: /^Bea Kowalski/ })
    .first()
    .waitFor();
}
