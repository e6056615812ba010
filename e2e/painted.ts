// What the page paints over its text, which is in no element and so in no accessibility tree.

import type { Page } from '@playwright/test';

/** The words under all paints whose names begin so, in the order of the text. */
export function paintedWords(page: Page, paint: string): Promise<string[]> {
  return page.evaluate(
    (prefix) =>
      [...CSS.highlights]
        .filter(([name]) => name.startsWith(prefix))
        .flatMap(([, highlight]) => [...(highlight as unknown as Iterable<AbstractRange>)])
        .map(({ startContainer, startOffset, endContainer, endOffset }) => {
          const range = document.createRange();
          range.setStart(startContainer, startOffset);
          range.setEnd(endContainer, endOffset);
          return range;
        })
        .sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))
        .map((range) => range.toString()),
    paint,
  );
}
