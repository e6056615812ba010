// The letters of one page as a PDF gives them: short runs with a place, a size and a font, in the order of the file.
// Coordinates are points from the page's top left corner; `y` is the baseline.

import type { PDFPageProxy } from 'unpdf/pdfjs';

export type Run = {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  font: string;
  isRtl: boolean;
  /** White space stood before it. */
  isSpaced: boolean;
  /** The marked content it belongs to, which a tagged page's structure names. */
  content: string | undefined;
};

export type PageRuns = { index: number; width: number; height: number; runs: Run[] };

type Content = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;
type Item = Content['items'][number];

const ligatures: Record<string, string> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};

/** The upright runs of a page; what is turned (stamps along an edge, watermarks) is left out. */
export async function runsOf(page: PDFPageProxy): Promise<PageRuns> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const runs: Run[] = [];
  const contents: (string | undefined)[] = [];
  let isSpaced = false;
  for (const item of items) {
    if (!('str' in item)) {
      follow(item, contents);
      continue;
    }
    if (item.str.trim() === '') {
      isSpaced = true;
      continue;
    }
    const place = placed(item, transform);
    if (!place) continue;
    const text = item.str.replace(/[\uFB00-\uFB06]/g, (letter) => ligatures[letter] ?? letter);
    runs.push({
      ...place,
      text: text.trim(),
      font: item.fontName,
      isRtl: item.dir === 'rtl',
      isSpaced: isSpaced || /^\s/.test(text),
      content: contents.findLast((id) => id),
    });
    isSpaced = item.hasEOL || /\s$/.test(text);
  }
  return { index: page.pageNumber - 1, width, height, runs };
}

function follow(item: Exclude<Item, { str: string }>, contents: (string | undefined)[]): void {
  if (item.type === 'endMarkedContent') contents.pop();
  else contents.push(item.id ?? undefined);
}

function placed(item: Extract<Item, { str: string }>, view: readonly number[]) {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = item.transform as number[];
  const [va = 1, vb = 0, vc = 0, vd = 1, ve = 0, vf = 0] = view;
  const [right, turn] = [va * a + vc * b, vb * a + vd * b];
  const size = Math.hypot(va * c + vc * d, vb * c + vd * d);
  if (size === 0 || Math.abs(turn) > Math.abs(right) * 0.05) return undefined;
  return { x: va * e + vc * f + ve, y: vb * e + vd * f + vf, width: item.width, size };
}
