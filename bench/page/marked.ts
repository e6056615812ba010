// The same text with a <mark> for every annotation, as annotators do that own no page: nothing but the text, its marks
// and a card that opens beside them. It has no margin, no other people and no script of ours, which is in its favour.

import { inpOf, memoryOf, openBrowser, scrollThrough, slowDown } from './browser.ts';
import type { Crowd, Note } from './crowd.ts';
import type { Cold, Used } from './reading.ts';

type Marked = Pick<Cold, 'lcp' | 'cls' | 'firstPaint'> & Pick<Used, 'scroll' | 'clicks' | 'inp' | 'memory'>;

export async function marked(chromium: string, slowdown: number, { blocks, notes }: Crowd): Promise<Marked> {
  const measured = await openBrowser(chromium);
  await slowDown(measured, slowdown);
  const { page, browser } = measured;
  try {
    await page.route('**/marked', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: pageOf(blocks) }),
    );
    await page.goto('http://127.0.0.1/marked');
    const firstPaint = await page.evaluate(wrapAll, notes);
    await page.waitForTimeout(1000);
    const scroll = await scrollThrough(measured);
    const clicks: number[] = [];
    for (let i = 0; i < 20; i++) {
      await page.evaluate((n) => scrollTo({ top: 600 + n * 850, behavior: 'instant' }), i);
      await page.waitForTimeout(700);
      const spot = await page.evaluate(() => {
        // Paragraph by paragraph, as a browser looks through all of a paragraph's marks to say where one of them is.
        for (const block of document.querySelectorAll('p')) {
          const { top, bottom } = block.getBoundingClientRect();
          if (bottom < 150 || top > innerHeight - 50) continue;
          for (const mark of block.querySelectorAll('mark')) {
            const box = mark.getClientRects()[0];
            if (box && box.top > 150 && box.bottom < innerHeight - 50)
              return { x: box.left + 2, y: box.top + box.height / 2 };
          }
        }
        return { x: 0, y: 0 };
      });
      const took = page.evaluate(() => window.probe.until('aside article'));
      await page.evaluate(() => 0);
      await page.mouse.click(spot.x, spot.y);
      clicks.push(await took);
      await page.keyboard.press('Escape');
    }
    const { lcpMs, cls } = await page.evaluate(() => ({ lcpMs: window.probe.lcpMs, cls: window.probe.cls }));
    const [inp, memory] = [await inpOf(page), await memoryOf(measured)];
    return { firstPaint, scroll, clicks, lcp: lcpMs, cls, inp, memory };
  } finally {
    await browser.close();
  }
}

/** Runs in the page: wraps each passage in marks of its own, nested where they overlap; ms until they are shown. */
async function wrapAll(notes: readonly Note[]): Promise<number> {
  const start = performance.now();
  const blocks = document.querySelectorAll('p');
  notes.forEach(({ block, start, end, paint }, i) => {
    const element = blocks[block];
    if (!element) return;
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const parts: Text[] = [];
    let passed = 0;
    for (
      let node = walker.nextNode() as Text | null;
      node && passed < end;
      node = walker.nextNode() as Text | null
    ) {
      const from = Math.max(0, start - passed);
      const to = Math.min(node.length, end - passed);
      passed += node.length;
      if (to <= from) continue;
      if (to < node.length) node.splitText(to);
      const part = from > 0 ? node.splitText(from) : node;
      walker.currentNode = part;
      parts.push(part);
    }
    for (const part of parts) {
      const mark = document.createElement('mark');
      mark.className = paint;
      mark.dataset.note = String(i);
      part.replaceWith(mark);
      mark.append(part);
    }
  });
  const shown = await window.probe.nextFrame();
  return shown - start;
}

function pageOf(blocks: Crowd['blocks']): string {
  return `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Marked</title>
<style>
body { font: 1.125rem/1.6 Georgia, serif; margin: 4rem auto; max-width: 42rem; background: #fbf8f1; }
aside { position: fixed; top: 6rem; right: 2rem; width: 18rem; background: white; }
mark { background: rgb(240 220 150 / 0.5); border-bottom: 1px solid #998; }
mark.note-question { background: rgb(200 220 250 / 0.5); } mark.note-rebuts { background: rgb(250 200 190 / 0.5); }
</style><main>${blocks.map(({ text }) => `<p>${text}</p>`).join('\n')}</main><aside></aside>
<script>
document.querySelector('main').addEventListener('click', ({ target }) => {
  const mark = target.closest('mark');
  if (!mark) return;
  const card = document.createElement('article');
  card.textContent = 'Note ' + mark.dataset.note + ': a few words about this passage, as people leave them.';
  document.querySelector('aside').replaceChildren(card);
});
addEventListener('keydown', ({ key }) => { if (key === 'Escape') document.querySelector('aside').replaceChildren(); });
</script></html>`;
}
