// What the page draws behind its text, hidden from the accessibility tree.

import type { Page } from '@playwright/test';

/** The words behind which all paints lie whose names begin so, in the order of the text. */
export function paintedWords(page: Page, paint: string): Promise<string[]> {
  return page.evaluate((prefix) => {
    const found: { start: number; words: string }[] = [];
    for (const block of document.querySelectorAll('[data-block]')) {
      const drawing = block.parentElement?.querySelector<SVGSVGElement>('svg[data-strokes]');
      const corner = drawing?.getBoundingClientRect();
      if (!drawing || !corner) continue;
      const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      const letters: { letter: string; x: number; y: number }[] = [];
      for (let node = texts.nextNode(); node; node = texts.nextNode())
        for (let at = 0; at < (node.nodeValue?.length ?? 0); at++) {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const box = range.getBoundingClientRect();
          letters.push({
            letter: node.nodeValue?.[at] ?? '',
            x: box.left + box.width / 2 - corner.left,
            y: box.top + box.height / 2 - corner.top,
          });
        }
      for (const path of drawing.querySelectorAll<SVGPathElement>(
        `path[data-part="tint"][data-paint^="${prefix}"]`,
      )) {
        let run = '';
        for (let i = 0; i <= letters.length; i++) {
          const { letter, x, y } = letters[i] ?? { letter: '', x: 0, y: 0 };
          if (letter && path.isPointInFill(new DOMPoint(x, y))) {
            run += letter;
            continue;
          }
          if (run) found.push({ start: Number((block as HTMLElement).dataset.block) * 1e6 + i, words: run });
          run = '';
        }
      }
    }
    return found.sort((a, b) => a.start - b.start).map(({ words }) => words);
  }, paint);
}

/** Has something stand above a paragraph's words in its row, as a page's number does that wraps anew on a narrow screen. */
export function pushDown(page: Page, words: string): Promise<void> {
  return page.evaluate((text) => {
    const block = [...document.querySelectorAll('[data-block]')].find((one) =>
      one.textContent?.includes(text),
    );
    const label = document.createElement('span');
    label.textContent = 'p. 7';
    label.style.display = 'block';
    block?.before(label);
  }, words);
}
