// A card as text to be pasted elsewhere. The HTML carries its looks itself: where it is pasted has no style sheet of ours.

import { citeParts, fullCite } from '#lib/model/card/cite.ts';
import { type Run, runsOf } from '#lib/model/card/marks.ts';
import type { Card } from '#lib/model/record.ts';

export function cardAsText(card: Card, words: string): string {
  return [card.tag, fullCite(card.cite), words].filter(Boolean).join('\n');
}

export function cardAsHtml(card: Card, words: string): string {
  const cite = citeParts(card.cite).map(({ text, isCite }) =>
    isCite ? `<b style="font-size:13pt">${escaped(text)}</b>` : escaped(text),
  );
  const paragraphs = linesOf(runsOf(words, card.marks)).map(
    (runs) =>
      `<p>${runs.map((run) => `<span style="${looksOf(run)}">${escaped(run.text)}</span>`).join('')}</p>`,
  );
  return `<h4>${escaped(card.tag)}</h4><p>${cite.join('')}</p>${paragraphs.join('')}`;
}

/** The runs of each paragraph: no element may reach over the end of one. */
function linesOf(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of runs)
    for (const [i, text] of run.text.split('\n').entries()) {
      if (i > 0) lines.push([]);
      if (text) lines.at(-1)?.push({ ...run, text });
    }
  return lines;
}

/** As the Word template of debaters has it. */
function looksOf({ underline, emphasis, highlight }: Run): string {
  return [
    underline || emphasis ? 'text-decoration:underline' : '',
    emphasis ? 'font-weight:bold;border:1px solid' : '',
    highlight ? 'background:#00ffff;color:#000' : '',
    underline || emphasis || highlight ? 'font-size:11pt' : 'font-size:8pt',
  ]
    .filter(Boolean)
    .join(';');
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
