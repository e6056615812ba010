// Leaving with everything: a thread found as comments in Word's own XML, an archive out and in, and a program that
// writes by the Web Annotation Protocol under the same rule as a browser.

import { readFileSync, writeFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { expect, note, test } from './story.ts';

test('Ana exports to Word and finds her thread as a comment', async ({ guest }) => {
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
