// What the styles of a Word file mean to those who cut cards: by the ids and names of debaters’ templates, and through
// what a style is based on. Word translates ids with its language, LibreOffice renames them: names decide as well.

import { childrenOf, type Markup, valOf } from './word-xml.ts';

/** 1 a pocket, 2 a hat, 3 a block, 4 a tag; `analytic` is a tag that has no card. */
export type Level = 1 | 2 | 3 | 4;
export type Meaning = {
  level?: Level;
  isAnalytic?: true;
  isCite?: true;
  underline?: true;
  emphasis?: true;
};

const meanings: readonly [RegExp, Meaning][] = [
  [/^(?:heading ?1|pocket)$/, { level: 1 }],
  [/^(?:heading ?2|hat)$/, { level: 2 }],
  [/^(?:heading ?3|block)$/, { level: 3 }],
  [/^(?:heading ?4|tag)$/, { level: 4 }],
  [/^analytics?$/, { level: 4, isAnalytic: true }],
  [/^(?:style ?13 ?pt ?bold|cite)$/, { isCite: true }],
  [/^(?:style ?underline|underline)$/, { underline: true }],
  [/^emphasis$/, { emphasis: true }],
];
/** Styles are based on one another in a row; a circle is no style. */
const maxBases = 20;

export type Styles = ReadonlyMap<string, Meaning>;

/** Each style's meaning by its id; a style that says nothing of cards is absent. */
export function stylesIn(root: Markup | null): Styles {
  const styles = root ? childrenOf(root, 'style') : [];
  const byId = new Map(styles.map((style) => [style.getAttribute('w:styleId') ?? '', style]));
  const found = new Map<string, Meaning>();
  for (const id of byId.keys()) {
    const meaning = meaningOf(id, byId);
    if (meaning) found.set(id, meaning);
  }
  return found;
}

/** For a style that a file uses and does not describe: its id has to do. */
export function meaningOfName(name: string): Meaning | undefined {
  // A name may have others beside it: “Style Underline,Underline”.
  for (const one of name.toLowerCase().split(','))
    for (const [pattern, meaning] of meanings) if (pattern.test(one.trim())) return meaning;
  return undefined;
}

function meaningOf(id: string, byId: ReadonlyMap<string, Markup>): Meaning | undefined {
  let at = id;
  for (let i = 0; i < maxBases && at; i++) {
    const style = byId.get(at);
    const [name, base] = style ? [valOf(style, 'name'), valOf(style, 'basedOn')] : ['', ''];
    const meaning = meaningOfName(at) ?? meaningOfName(name ?? '');
    if (meaning) return meaning;
    at = base ?? '';
  }
  return undefined;
}
