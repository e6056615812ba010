// Leaving with everything: a thread found as comments in Word's own XML, an archive out and in, and a program that
// writes by the Web Annotation Protocol under the same rule as a browser.

import { readFileSync, writeFileSync } from 'node:fs';
import type { FileChooser, Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { expect, isSaved, joinAs, newPage, note, openRoom, openThread, storyText, test } from './story.ts';

test('[U44] Ana exports to Word and finds her thread as a comment; what a filter shows leaves alone', async ({
  guest,
}) => {
  const ana = await guest('Ana');
  await note(ana, 'Comment', 'habits are dearer', 'Is that measured anywhere?');
  await ana.getByRole('button', { name: 'Export and import' }).click();
  await ana.getByRole('menuitem', { name: 'Export this discussion' }).click();
  const dialog = ana.getByRole('dialog', { name: 'Export this discussion' });
  await dialog.getByRole('radio', { name: /^Kialo/ }).check();
  await expect(dialog.getByText('1 time is not carried.')).toBeVisible();
  await dialog.getByRole('radio', { name: /^Word/ }).check();
  const arriving = ana.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download' }).click();
  const path = await (await arriving).path();
  await expect(dialog.getByText('The file is with your downloads.')).toBeVisible();
  const files = unzipSync(new Uint8Array(readFileSync(path)));
  const comments = strFromU8(files['word/comments.xml'] ?? new Uint8Array());
  expect(comments).toContain('Is that measured anywhere?');
  expect(comments).toContain('w:author="Ana"');
  expect(strFromU8(files['word/document.xml'] ?? new Uint8Array())).toContain('commentReference');

  await ana.keyboard.press('Escape');
  await note(ana, 'Comment', 'nobody asked', 'Who would have asked?');
  await isSaved(ana);
  await ana.keyboard.press('Escape');
  await ana.keyboard.press('/');
  await ana.keyboard.type('measured');
  await expect(ana.getByText('1 note of 2 shown')).toBeVisible();
  await ana.keyboard.press('Escape');
  await ana.getByRole('button', { name: 'Export and import' }).click();
  await ana.getByRole('menuitem', { name: 'Export this discussion' }).click();
  const narrow = dialog.getByRole('checkbox', { name: /^Only what the filter shows/ });
  await expect(narrow).toBeChecked();
  await expect(dialog.getByText('1 note of 2, each with all its replies')).toBeVisible();
  await dialog.getByRole('radio', { name: /^Whole archive/ }).check();
  await expect(dialog.getByText('An archive always holds the whole discussion.')).toBeVisible();
  await dialog.getByRole('radio', { name: /^Spreadsheet/ }).check();
  const csv = async () => {
    const coming = ana.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Download' }).click();
    return readFileSync(await (await coming).path(), 'utf8');
  };
  const narrowed = await csv();
  expect(narrowed).toContain('Is that measured anywhere?');
  expect(narrowed).not.toContain('Who would have asked?');
  await narrow.uncheck();
  await expect(dialog.getByText('2 notes of 2, each with all its replies')).toBeVisible();
  expect(await csv()).toContain('Who would have asked?');
});

test('notes leave one discussion as Web Annotations and come into another under their authors’ names', async ({
  browser,
  guest,
  server,
  problems,
}) => {
  const [ana, ben] = [await guest('Ana'), await guest('Ben')];
  await note(ana, 'Comment', 'habits are dearer', 'Is that measured anywhere?');
  await openThread(ben, 'Is that measured');
  await ben
    .getByRole('list', { name: /^Answer Ana with/ })
    .getByRole('button', { name: 'Disagree' })
    .click();
  await ben.getByRole('textbox', { name: 'Answer Ana' }).fill('It need not be: ask the librarians.');
  await ben.getByRole('button', { name: 'Answer', exact: true }).last().click();
  await openThread(ana, 'Is that measured');
  await expect(ana.getByText('ask the librarians')).toBeVisible();
  await ana.getByRole('button', { name: 'Export and import' }).click();
  // Who brings nothing in is not offered to.
  await expect(ana.getByRole('menuitem', { name: 'Import annotations' })).toHaveCount(0);
  await ana.getByRole('menuitem', { name: 'Export this discussion' }).click();
  await ana.getByRole('radio', { name: /^Web Annotation/ }).check();
  const arriving = ana.waitForEvent('download');
  await ana.getByRole('button', { name: 'Download' }).click();
  const file = await (await arriving).path();

  const there = await openRoom(server);
  const [link] = await server.cli<{ url: string }>('invite', there.roomId, '--role', 'assistant');
  const vera = await newPage(browser, problems);
  await joinAs(vera, { ...there, invite: link?.url ?? '' }, 'Vera');
  const cem = await newPage(browser, problems);
  await joinAs(cem, there, 'Cem');
  await note(vera, 'Comment', 'staff have families too', 'Said here before.');

  await vera.getByRole('button', { name: 'Export and import' }).click();
  await vera.getByRole('menuitem', { name: 'Import annotations' }).click();
  const dialog = vera.getByRole('dialog', { name: 'Import annotations' });
  const choose = async (button: string, chosen: Parameters<FileChooser['setFiles']>[0]) => {
    const choosing = vera.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: button }).click();
    await (await choosing).setFiles(chosen);
  };
  const broken = readFileSync(file).subarray(0, 400);
  await choose('Choose a file', { name: 'broken.jsonld', mimeType: 'application/ld+json', buffer: broken });
  await expect(dialog.getByRole('alert')).toContainText(
    'This is not JSON, or only a part of it. Nothing was brought in.',
  );
  // The browser names the answer that was refused; nothing else went wrong.
  expect(problems.splice(0)).toEqual([expect.stringContaining('status of 422')]);
  await choose('Choose a file', file);
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  await expect(dialog.getByText(/holds 2 notes by 2 people/)).toBeVisible();
  await expect(dialog.getByText('1 passage was found in this text.')).toBeVisible();
  const found = dialog.getByRole('list', { name: 'Notes in this file' }).getByRole('listitem');
  await expect(found.first()).toContainText('Ana, imported from Web Annotation');
  await expect(cem.getByText('Is that measured anywhere?')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Import 2 notes' }).click();
  await expect(dialog.getByText('2 notes were brought in.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Done' }).click();

  // What was said here stands beside it, for those who were reading all the while.
  await expect(cem.getByText('Said here before.').first()).toBeVisible();
  await openThread(cem, 'Is that measured');
  await expect(cem.getByText('Ana, imported from Web Annotation').first()).toBeVisible();
  await expect(
    cem.getByRole('article', {
      name: /^Ben, imported from Web Annotation disagrees with Ana, imported from Web Annotation/,
    }),
  ).toContainText('ask the librarians');
  for (const page of [vera, cem]) await page.context().close();
});

/** Holds back the server's answers to these addresses, as a slow server would, until the function given is called. */
async function holdBack(page: Page, url: RegExp): Promise<() => Promise<void>> {
  let goOn = () => {};
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await page.route(url, async (route) => {
    await held;
    // Once it was stopped there is nobody to answer.
    await route.continue().catch(() => {});
  });
  return async () => {
    goOn();
    await page.unrouteAll({ behavior: 'wait' });
  };
}

/** What is being done is shown by a bar of this name, and stops when one cancels it. */
async function stop(page: Page, name: string): Promise<void> {
  const bar = page.getByRole('progressbar', { name });
  await expect(bar).toBeVisible();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(bar).toHaveCount(0);
}

test('[U57] a text and notes on their way in, and a file on its way out, show that they are, and can be stopped', async ({
  browser,
  server,
  problems,
}) => {
  const ines = await newPage(browser, problems);
  const account = { name: 'Ines', email: 'ines@example.org', password: 'a long enough password' };
  const headers = { origin: server.url };
  await ines.request.post(`${server.url}/api/accounts`, { data: account, headers });
  await ines.goto(`${server.url}/readings/new`);
  await ines.getByRole('textbox', { name: 'Text' }).fill(storyText);
  let goOn = await holdBack(ines, /\/readings\/preview$/);
  await ines.getByRole('button', { name: 'See how it reads' }).click();
  await stop(ines, 'Reading your text');
  await expect(ines.getByRole('textbox', { name: 'Text' })).toHaveValue(storyText);
  await goOn();
  await ines.getByRole('button', { name: 'See how it reads' }).click();
  await ines.getByRole('button', { name: 'Publish and discuss' }).click();
  await ines.waitForURL('**/rooms/*');
  await note(ines, 'Comment', 'habits are dearer', 'Is that measured anywhere?');
  await isSaved(ines);

  const choose = async (item: string) => {
    await ines.getByRole('button', { name: 'Export and import' }).click();
    await ines.getByRole('menuitem', { name: item }).click();
  };
  await choose('Export this discussion');
  await ines.getByRole('radio', { name: /^Spreadsheet/ }).check();
  goOn = await holdBack(ines, /\/export\?format=/);
  await ines.getByRole('button', { name: 'Download' }).click();
  await stop(ines, 'Writing the file…');
  await goOn();
  const arriving = ines.waitForEvent('download');
  await ines.getByRole('button', { name: 'Download' }).click();
  const csv = readFileSync(await (await arriving).path());
  await ines.keyboard.press('Escape');

  await choose('Import annotations');
  const file = { name: 'notes.csv', mimeType: 'text/csv', buffer: csv };
  const bringIn = async () => {
    const choosing = ines.waitForEvent('filechooser');
    await ines.getByRole('button', { name: /^Choose (a|another) file$/ }).click();
    await (await choosing).setFiles(file);
  };
  goOn = await holdBack(ines, /\/import\?preview$/);
  await bringIn();
  await stop(ines, 'Reading the file…');
  await goOn();
  await bringIn();
  goOn = await holdBack(ines, /\/import$/);
  await ines.getByRole('button', { name: 'Import 1 note' }).click();
  await stop(ines, 'Bringing in…');
  await expect(ines.getByText(/^Stopped\. What was written before that stays/)).toBeVisible();
  await goOn();
  await ines.getByRole('button', { name: 'Import 1 note' }).click();
  await expect(ines.getByText('1 note was brought in.')).toBeVisible();
  await ines.context().close();
});

test('a program writes, changes and withdraws a note by the protocol; Ana sees it at once', async ({
  guest,
  server,
  room,
}) => {
  const ana = await guest('Ana');
  const code = room.invite.split('/').at(-1);
  const joined = await fetch(`${server.url}/api/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, name: 'Robot' }),
  });
  const { token } = (await joined.json()) as { token: string };
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/ld+json' };
  const container = `${server.url}/api/rooms/${room.roomId}/annotations/`;
  const annotation = (value: string) =>
    JSON.stringify({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'Annotation',
      motivation: 'commenting',
      body: { type: 'TextualBody', value, purpose: 'commenting' },
      target: {
        source: `${server.url}/x`,
        selector: { type: 'TextQuoteSelector', exact: 'habits are dearer', prefix: '', suffix: '' },
      },
    });
  const made = await fetch(container, { method: 'POST', headers, body: annotation('Said by a program.') });
  expect(made.status).toBe(201);
  const [location, etag] = [made.headers.get('location') ?? '', made.headers.get('etag') ?? ''];
  await expect(ana.getByText('Said by a program.').first()).toBeVisible();

  const whole = await fetch(container, { headers });
  expect(await whole.json()).toMatchObject({ total: 1, type: ['BasicContainer', 'AnnotationCollection'] });
  expect(whole.headers.get('link')).toContain('http://www.w3.org/ns/ldp#BasicContainer');
  const same = await fetch(location, { headers: { ...headers, 'if-none-match': etag } });
  expect(same.status).toBe(304);

  const stale = { ...headers, 'if-match': '"old"' };
  const body = annotation('Said anew.');
  expect((await fetch(location, { method: 'PUT', headers: stale, body })).status).toBe(412);
  const changed = await fetch(location, { method: 'PUT', headers: { ...headers, 'if-match': etag }, body });
  expect(changed.status).toBe(200);
  await expect(ana.getByText('Said anew.').first()).toBeVisible();
  expect((await fetch(location, { method: 'DELETE', headers })).status).toBe(204);
  await expect(ana.getByText('Said anew.')).toHaveCount(0);
});

test('an archive goes out, comes in while the server rests, and holds the same words', async ({
  guest,
  server,
  room,
}) => {
  const ana = await guest('Ana');
  await note(ana, 'Comment', 'habits are dearer', 'Is that measured anywhere?');
  const page = await ana.request.get(`${server.url}/api/rooms/${room.roomId}/export?format=archive`);
  const file = `${server.dataDir}/room.zip`;
  writeFileSync(file, await page.body());
  await ana.close();
  await server.stop();
  const [made] = await server.cli<{ roomId: string; written: number }>('import-room', file);
  expect(made?.written).toBe(1);
  const digest = await server.cliText('export', made?.roomId ?? '', '--format', 'markdown');
  expect(digest).toContain('Is that measured anywhere?');
  expect(digest).toContain('Ana, imported from an archive');
});
