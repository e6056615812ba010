// A Word file of cards on its way in: pockets, hats, blocks and tags by its headings, below each tag a cite and its words
// with their marks. A file without debaters’ styles is read as far as its looks tell; the report says what was guessed.
// Work for the thread of worker/.

import type { LeavingCard } from '#lib/model/card/leaving.ts';
import { maxLeaving } from '#lib/model/card/leaving.ts';
import type { Said } from '#lib/words/said.ts';
import { openArchive, xmlText } from '../../archive/unzip.ts';
import { kindOf } from '../../kind.ts';
import { type Refused, refuse, sizeOf } from '../../refusal.ts';
import { citesPart, type Headed } from '../cites-part.ts';
import { CardReport } from './card-report.ts';
import { fitted } from './fitting.ts';
import { citesIn, knownCites } from './known-cites.ts';
import { cardUnder, oneLine } from './section.ts';
import { type LeftOut, type Line, linesOf, textOf } from './word-lines.ts';
import { stylesIn } from './word-styles.ts';
import { rootOf } from './word-xml.ts';

export type CardsOptions = { fileBytes: number };

/** Cards in the order of the file, each small enough to be kept, with one sentence on each thing that is not as it was. */
export type CardsRead = { ok: true; cards: LeavingCard[]; report: Said[] } | Refused;

const wanted = new Set(['word/document.xml', 'word/styles.xml', citesPart]);

/** Reads a `.docx`; whatever else is refused by what it is. */
export function readCards(bytes: Uint8Array, { fileBytes }: CardsOptions): CardsRead {
  if (bytes.length > fileBytes) {
    const values = { is: sizeOf(bytes.length), most: sizeOf(fileBytes) };
    return refuse('too-large', { key: 'refusal.fileTooLarge', values });
  }
  const told = kindOf(bytes);
  if (!told.ok) return told;
  if (told.kind !== 'docx') return refuse('binary', { key: 'refusal.notWord' });
  const archive = openArchive(bytes, (name) => wanted.has(name));
  if (!archive.ok) return archive;
  const texts = new Map<string, string>();
  for (const [name, part] of archive.parts) {
    const xml = xmlText(part);
    if (!xml.ok) return xml;
    texts.set(name, xml.text);
  }
  const document = rootOf(texts.get('word/document.xml') ?? '');
  if (!document) return refuse('broken', { key: 'refusal.cardsDamaged' });
  const styles = stylesIn(rootOf(texts.get('word/styles.xml') ?? ''));
  const { lines, leftOut } = linesOf(document, styles);
  return cardsOf(lines, leftOut, citesIn(texts.get(citesPart) ?? ''), archive.report);
}

function cardsOf(lines: Line[], leftOut: LeftOut, cites: readonly Headed[], report: Said[]): CardsRead {
  const told = new CardReport(leftOut);
  const known = knownCites(cites);
  const cards: LeavingCard[] = [];
  for (const { heading, lines: own } of sectionsOf(lines, tagLevelOf(lines, told))) {
    const card = cardUnder(own, known, told);
    if (card) cards.push(...fitted({ ...heading, ...card }, told));
  }
  if (cards.length === 0) return refuse('empty', { key: 'refusal.noCards' });
  if (cards.length > maxLeaving) told.tooMany(cards.length - maxLeaving);
  return { ok: true, cards: cards.slice(0, maxLeaving), report: [...report, ...told.sentences()] };
}

type Heading = Pick<LeavingCard, 'pocket' | 'hat' | 'block'>;
/** A tag with the lines below it, or lines that stand under no tag. */
type Section = { heading: Heading; lines: Line[] };

/** How a tag is told from other lines in this very file. */
type IsTag = (line: Line) => boolean;

/** Tags are headings of level 4; where a file has none, its lowest headings; where it has no headings, lines all in bold. */
function tagLevelOf(lines: readonly Line[], told: CardReport): IsTag {
  const lowest = Math.max(0, ...lines.map(({ level }) => level ?? 0));
  if (lowest === 4) return ({ level }) => level === 4;
  if (lowest > 0) {
    told.guess('headings');
    return ({ level }) => level === lowest;
  }
  const isBold = (line: Line) => textOf(line).trim() !== '' && line.pieces.every((piece) => piece.isBold);
  told.guess(lines.some(isBold) ? 'bold' : 'nothing');
  return isBold;
}

const levels = ['pocket', 'hat', 'block'] as const;

function sectionsOf(lines: readonly Line[], isTag: IsTag): Section[] {
  const sections: Section[] = [];
  let heading: Heading = {};
  let isOpen = false;
  for (const line of lines) {
    const level = isTag(line) ? 4 : line.level;
    if (level === undefined || level === 4) {
      if (level === 4 || !isOpen) sections.push({ heading, lines: [] });
      // What stands under no tag begins with an empty one.
      if (level === undefined && !isOpen) sections.at(-1)?.lines.push({ pieces: [] });
      isOpen = true;
      sections.at(-1)?.lines.push(line);
    } else {
      heading = under(heading, level, oneLine(textOf(line)));
      isOpen = false;
    }
  }
  return sections;
}

/** A heading ends those below its level; an empty one ends its own level, too. */
function under(before: Heading, level: number, name: string): Heading {
  const above = levels.slice(0, level - 1).map((one) => [one, before[one]] as const);
  const all = [...above, [levels[level - 1] ?? 'block', name] as const];
  return Object.fromEntries(all.filter(([, value]) => value));
}
