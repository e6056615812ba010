// A tagged PDF says itself what is a heading, a list or a quotation, and in which order it is read. What its structure
// does not name (running heads, page numbers) is decoration by the standard's own word.

import type { PDFPageProxy } from 'unpdf/pdfjs';
import { type Line, lineOf } from './lines.ts';
import type { PageRuns, Run } from './runs.ts';

/** One block as the structure has it. */
export type Tagged = { role: string; lines: Line[] };

type Tree = NonNullable<Awaited<ReturnType<PDFPageProxy['getStructTree']>>>;
type Child = Tree['children'][number];

const blockRoles = /^(?:P|H[1-6]?|Title|LI|LBody|BlockQuote|Caption|Note|FENote|TD|TH|Lbl)$/;

/** Of the letters of a text, how many its structure must name for its order to be believed. */
export const minTaggedShare = 0.8;

/** The blocks of a page in the order of its structure, and how many letters they hold. */
export function taggedBlocks(tree: Tree, page: PageRuns): Tagged[] {
  const byContent = new Map<string, Run[]>();
  for (const run of page.runs) {
    if (run.content === undefined) continue;
    byContent.set(run.content, [...(byContent.get(run.content) ?? []), run]);
  }
  const blocks: { role: string; runs: Run[] }[] = [];
  gather(tree, byContent, blocks);
  const set = blocks
    .filter(({ runs }) => runs.length > 0)
    .map(({ role, runs }) => ({ role, lines: setInLines(runs, page.index) }));
  return set.flatMap((block, i) => {
    const before = set[i - 1];
    if (block.role === 'Lbl') return [];
    return [before?.role === 'Lbl' ? labelled(block, before.lines[0]?.text ?? '') : block];
  });
}

/** A number in front of a list's item or a footnote is words of the text; a bullet is not. */
function labelled({ role, lines }: Tagged, label: string): Tagged {
  const [first, ...others] = lines;
  if (!first || !/[\p{L}\p{N}*†‡§]/u.test(label)) return { role, lines };
  const lead = `${label} `;
  const marks = first.marks.map((mark) => ({
    ...mark,
    start: mark.start + lead.length,
    end: mark.end + lead.length,
  }));
  return { role, lines: [{ ...first, text: lead + first.text, marks }, ...others] };
}

/** A loop over the tree, which may be deep: each block takes all content in it that is no block's of its own. */
function gather(
  tree: Tree,
  byContent: ReadonlyMap<string, Run[]>,
  blocks: { role: string; runs: Run[] }[],
): void {
  type Step = { node: Tree | Child; block: { role: string; runs: Run[] } | undefined; around: string };
  const stack: Step[] = [{ node: tree, block: undefined, around: '' }];
  for (let step = stack.pop(); step; step = stack.pop()) {
    const { node } = step;
    if ('id' in node) {
      const runs = byContent.get(node.id) ?? [];
      if (step.block) step.block.runs.push(...runs);
      else if (runs.length > 0) blocks.push({ role: 'P', runs: [...runs] });
      continue;
    }
    if (!('children' in node)) continue;
    const isBlock = blockRoles.test(node.role);
    const role =
      node.role === 'P' && /^(?:BlockQuote|Note|FENote|LI|LBody|Caption)$/.test(step.around)
        ? step.around
        : node.role;
    const block = isBlock ? { role, runs: [] } : step.block;
    if (isBlock && block) blocks.push(block);
    const around = isBlock ? role : step.around;
    for (const child of node.children.toReversed()) stack.push({ node: child, block, around });
  }
}

/** Runs in the order of the file, cut where the baseline leaves for another line. */
function setInLines(runs: readonly Run[], page: number): Line[] {
  const lines: Run[][] = [];
  let base: Run | undefined;
  for (const run of runs) {
    const isSame = base && Math.abs(run.y - base.y) < 0.45 * Math.max(run.size, base.size);
    if (isSame && base) {
      lines.at(-1)?.push(run);
      if (run.size > base.size) base = run;
    } else {
      lines.push([run]);
      base = run;
    }
  }
  return lines.map((line) => lineOf(line, page, 0));
}
