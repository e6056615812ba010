// The paragraphs of a Word file as those who cut cards read them: which heading a paragraph is, and of each run of words
// whether it is underlined, emphasised, highlighted or a cite. What was left out on the way is counted.

import type { MarkKind } from '#lib/model/record.ts';
import { stopSign } from '../stop-sign.ts';
import { type Level, type Meaning, meaningOfName, type Styles } from './word-styles.ts';
import { childrenOf, isOn, type Markup, nameOf, valOf } from './word-xml.ts';

export type Piece = Record<MarkKind, boolean> & { text: string; isCite: boolean; isBold: boolean };
export type Line = { level?: Level; isAnalytic?: true; pieces: Piece[] };
/** What of a file does not come in as it was; a table comes line by line. */
type Left = 'table' | 'stop' | 'picture' | 'note' | 'comment';
export type LeftOut = Map<Left, number>;

/** Nothing in these is a word of the file as it stands: what was deleted, and what Word keeps for itself. */
const passedOver = new Set(['del', 'moveFrom', 'pPr', 'sdtPr', 'sectPr', 'tblPr', 'trPr', 'tcPr']);
const counted: Record<string, Left> = {
  drawing: 'picture',
  pict: 'picture',
  object: 'picture',
  AlternateContent: 'picture',
  footnoteReference: 'note',
  endnoteReference: 'note',
  commentReference: 'comment',
};
const signs: Record<string, string> = { tab: '\t', cr: '\n', noBreakHyphen: '\u2011' };

/** All paragraphs in order, those of tables one after the other. */
export function linesOf(document: Markup, styles: Styles): { lines: Line[]; leftOut: LeftOut } {
  const lines: Line[] = [];
  const leftOut: LeftOut = new Map();
  const stack = [document];
  for (let element = stack.pop(); element; element = stack.pop()) {
    const name = nameOf(element);
    if (passedOver.has(name)) continue;
    if (name === 'r') {
      const piece = pieceOf(element, styles, leftOut);
      if (piece) lines.at(-1)?.pieces.push(piece);
      continue;
    }
    if (name === 'p') lines.push(lineOf(element, styles));
    else if (name === 'tbl') add(leftOut, 'table');
    else if (counted[name]) {
      add(leftOut, counted[name]);
      continue;
    }
    stack.push(...childrenOf(element).reverse());
  }
  return { lines, leftOut };
}

/** The words of a line as they are seen. */
export function textOf({ pieces }: Line): string {
  return pieces.map(({ text }) => text).join('');
}

function lineOf(paragraph: Markup, styles: Styles): Line {
  const [properties] = childrenOf(paragraph, 'pPr');
  const { level, isAnalytic } = meaningOf(properties && valOf(properties, 'pStyle'), styles);
  return { pieces: [], ...(level && { level }), ...(isAnalytic && { isAnalytic }) };
}

function pieceOf(run: Markup, styles: Styles, leftOut: LeftOut): Piece | undefined {
  let text = '';
  for (const part of childrenOf(run)) {
    const name = nameOf(part);
    if (name === 't') text += part.textContent ?? '';
    else if (name === 'br') text += part.getAttribute('w:type') ? '' : '\n';
    else if (signs[name]) text += signs[name];
    else if (counted[name]) add(leftOut, counted[name]);
  }
  if (text === stopSign) {
    add(leftOut, 'stop');
    return undefined;
  }
  if (text === '') return undefined;
  const [properties] = childrenOf(run, 'rPr');
  return { text, ...looksOf(properties, styles) };
}

function looksOf(properties: Markup | undefined, styles: Styles): Omit<Piece, 'text'> {
  if (!properties)
    return { underline: false, emphasis: false, highlight: false, isCite: false, isBold: false };
  const style = meaningOf(valOf(properties, 'rStyle'), styles);
  return {
    underline: style.underline === true || isOn(properties, 'u'),
    emphasis: style.emphasis === true || isOn(properties, 'bdr'),
    highlight: isOn(properties, 'highlight') || isShaded(properties),
    isCite: style.isCite === true,
    isBold: isOn(properties, 'b'),
  };
}

/** Some print their highlighting as a shade behind the words. */
function isShaded(properties: Markup): boolean {
  const fill = childrenOf(properties, 'shd')[0]?.getAttribute('w:fill') ?? 'auto';
  return !/^(?:auto|none|f{6})?$/i.test(fill);
}

function meaningOf(style: string | undefined, styles: Styles): Meaning {
  return (style !== undefined && (styles.get(style) ?? meaningOfName(style))) || {};
}

function add(counts: LeftOut, what: Left): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}
