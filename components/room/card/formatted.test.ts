// What is pasted elsewhere says the same, looks as debaters expect, and can carry nothing that runs.

import { expect, it } from 'vitest';
import type { Card } from '#lib/model/record.ts';
import { cardAsHtml, cardAsText } from './formatted.ts';

const words = 'A slow boat arrives.\nSo do <we> & ours.';
const card: Card = {
  tag: 'Slow is "fine"',
  cite: { author: 'Ann Lee', date: '3 March 2026', title: 'Slow boats' },
  marks: [
    { kind: 'highlight', start: 2, end: 6 },
    { kind: 'emphasis', start: 15, end: 23 },
  ],
};

it('is the tag, the cite and all of the words', () => {
  expect(cardAsText(card, words)).toBe(
    `Slow is "fine"\nLee 26 (Ann Lee, 3 March 2026, “Slow boats”)\n${words}`,
  );
});

it('keeps the marks, ends them with each paragraph, and escapes what could be markup', () => {
  const html = cardAsHtml(card, words);
  expect(html).toContain('<b style="font-size:13pt">Lee 26</b>');
  expect(html).toContain('background:#00ffff;color:#000;font-size:11pt">slow</span>');
  expect(html).toMatch(
    /border:1px solid[^>]*>ives\.<\/span><\/p><p><span[^>]*border:1px solid[^>]*>So<\/span>/,
  );
  expect(html).toContain('do &lt;we&gt; &amp; ours.');
  expect(html.replace(/<[^>]*>/g, '')).not.toContain('<');
});
