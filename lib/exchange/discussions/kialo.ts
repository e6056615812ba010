// Kialo's text export, out and in: numbered claims, each Pro or Con to the one above it, with "See" where a claim stands
// in a second place. Kialo knows claims and no passages, authors or times.

import { type Stance, stances } from '#lib/model/record.ts';
import { stanceNames } from '#lib/model/stance-names.ts';
import type { CarriedLink } from './carried-links.ts';
import { type Discussion, type Saying, sayingsOf, unheard, type Writer } from './discussion.ts';
import type { ForeignLink, ForeignPoint, Incoming, NotRead } from './incoming.ts';
import { reportOf } from './report.ts';

const sides: Record<Stance, 'Pro' | 'Con'> = {
  supports: 'Pro',
  concedes: 'Pro',
  rebuts: 'Con',
  undercuts: 'Con',
  qualifies: 'Con',
  asks: 'Con',
};
/** The stances that are nothing but a side; the others keep their name in brackets before the claim. */
const plain: Record<'Pro' | 'Con', Stance> = { Pro: 'supports', Con: 'rebuts' };

export const writeKialo: Writer = (discussion, onWritten = unheard) => {
  const sayings = sayingsOf(discussion);
  const report = reportOf(
    discussion,
    sayings,
    [
      'lost.stances.inBrackets',
      'lost.kinds.asClaims',
      'lost.passages.quoted',
      'lost.authors.all',
      'lost.times.all',
      'lost.edits.all',
      'lost.tags.all',
      'lost.reactions.all',
      'lost.rulings.all',
      'lost.paragraphs.overLines',
      'lost.wordless.asClaims',
    ],
    (stance, { level }) => level === 0 || plain[sides[stance]] !== stance,
  );
  return { parts: linesOf(discussion, sayings, onWritten), report, count: sayings.length };
};

function* linesOf(
  discussion: Discussion,
  sayings: readonly Saying[],
  onWritten: (count: number) => void,
): Generator<string> {
  yield `Discussion Title: ${oneLine(discussion.room.title)}\n\n`;
  const seen = seesOf(sayings);
  const numberOf = new Map(sayings.map(({ ref, number }) => [ref, number]));
  for (let i = 0; i < sayings.length; i++) {
    const saying = sayings[i];
    if (!saying) continue;
    onWritten(i + 1);
    yield `${saying.number}. ${headOf(saying, numberOf)}${claimOf(saying)}\n`;
    // Where a claim is named a second time comes after all that answers the claim it is named under.
    yield* closing(sayings, i, seen, numberOf);
  }
}

type See = { from: string; link: CarriedLink };

/** For each point those that answer it besides the one they stand under. */
function seesOf(sayings: readonly Saying[]): Map<string, See[]> {
  const sees = new Map<string, See[]>();
  for (const { links, number } of sayings) {
    for (const link of links.slice(1))
      sees.set(link.to, [...(sees.get(link.to) ?? []), { from: number, link }]);
  }
  return sees;
}

/** The "See" lines of every point whose last answer stands at `i`, the innermost first. */
function* closing(
  sayings: readonly Saying[],
  i: number,
  sees: ReadonlyMap<string, See[]>,
  numberOf: ReadonlyMap<string, string>,
): Generator<string> {
  const level = sayings[i + 1]?.level ?? 0;
  const open = ancestry(sayings, i).filter((one) => one.level >= level);
  for (const saying of open) {
    const answers = sayings.filter(({ parent }) => parent === saying.ref).length;
    const list = sees.get(saying.ref) ?? [];
    for (const [n, see] of list.entries())
      yield `${saying.number}.${answers + n + 1}. ${sideOf(see.link.stance, see.link, numberOf)}-> See ${see.from}.\n`;
  }
}

function ancestry(sayings: readonly Saying[], i: number): Saying[] {
  const path: Saying[] = [];
  let wanted = Number.POSITIVE_INFINITY;
  for (let at = i; at >= 0 && wanted > 0; at--) {
    const one = sayings[at];
    if (!one || one.level >= wanted) continue;
    path.push(one);
    wanted = one.level;
  }
  return path;
}

/** What stands before a claim: its side where it is an answer, and what it is to the reading. */
function headOf(saying: Saying, numberOf: ReadonlyMap<string, string>): string {
  const { level, stance, links, body } = saying;
  const toReading = links.find(({ to }) => to === 'reading');
  const about = toReading ? `[To the reading: ${stanceNames[toReading.stance]}] ` : '';
  if (level === 0) return about;
  // Words that begin like a name would be taken for one.
  return sideOf(stance, links[0], numberOf, nameIn(body) !== undefined) + about;
}

function sideOf(
  stance: Stance | undefined,
  link: CarriedLink | undefined,
  numberOf: ReadonlyMap<string, string>,
  isAlwaysNamed = false,
): string {
  if (!stance) return 'Con: ';
  const side = sides[stance];
  if (plain[side] === stance && !isAlwaysNamed) return `${side}: `;
  const [from, to] = [link?.to, link?.on].map((ref) => ref && numberOf.get(ref));
  return `${side}: [${stanceNames[stance]}${from && to ? `, from ${from} to ${to}` : ''}] `;
}

function claimOf({ state, body, passage }: Saying): string {
  if (state !== 'said') return `(${state})`;
  const quote = passage ? `[“${oneLine(passage.quote)}”]` : '';
  return [overLines(body), quote].filter(Boolean).join(' ') || '(no words)';
}

/** An empty line would part two claims: one that holds a no-break space does not, and looks the same. */
const emptyLine = '\u00A0';
/** What a line of a note may begin with that begins a claim. A backslash more keeps it from that. */
const claimStart = /^(\s*\d+(?:\.\d+)*)(\\*\.\s)/;
const keptStart = /^(\s*\d+(?:\.\d+)*)\\(\\*\.\s)/;

/** A note's words, whose further lines begin no claim. */
function overLines(body: string): string {
  const [first = '', ...others] = body.trim().split('\n');
  const lines = others.map((line) => (line.trim() === '' ? emptyLine : line.replace(claimStart, '$1\\$2')));
  return [first, ...lines].join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

const claimLine = /^(\d+(?:\.\d+)*)\.\s+(.*)$/;
const seeLine = /^->\s*See\s+(\d+(?:\.\d+)*)\.?$/i;
const wordless = /^\((withdrawn|hidden|unseen|no words)\)$/;

/** Reads Kialo's own export as well as ours. Lines without a number go on with the claim before them. */
export function readKialo(text: string): Incoming | NotRead {
  const claims = claimsIn(text);
  if (claims.length === 0) return { ok: false, said: { key: 'notes.notRead.kialo' } };
  const points = new Map<string, ForeignPoint & { links: ForeignLink[] }>();
  const further: { from: string; link: ForeignLink }[] = [];
  for (const { number, text: words } of claims) {
    const parent = parentIn(number);
    const { stance, on, toReading, claim } = sided(words, parent !== undefined);
    const see = seeLine.exec(claim)?.[1];
    const link = parent !== undefined && stance ? { to: parent, stance, ...(on && { on }) } : undefined;
    if (see !== undefined) {
      if (link) further.push({ from: see, link });
      continue;
    }
    const { body, quote } = quotedIn(wordless.test(claim) ? `_${claim}_` : claim);
    const kind = stance === 'asks' ? 'question' : parent === undefined ? 'claim' : 'comment';
    points.set(number, {
      key: number,
      author: '',
      kind,
      body,
      tags: [],
      ...(quote !== undefined && { passage: { quote } }),
      links: [link, toReading && { to: 'reading', stance: toReading }].filter((one) => one !== undefined),
    });
  }
  for (const { from, link } of further) points.get(from)?.links.push(link);
  return { ok: true, source: 'Kialo', points: [...points.values()], report: [] };
}

function claimsIn(text: string): { number: string; text: string }[] {
  const claims: { number: string; text: string }[] = [];
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const [, number, words] = claimLine.exec(line.trimStart()) ?? [];
    const last = claims.at(-1);
    if (number !== undefined && words !== undefined) claims.push({ number, text: words });
    else if (last && line === emptyLine) last.text += '\n';
    else if (last && line.trim() !== '') last.text += `\n${line.replace(keptStart, '$1$2')}`;
  }
  return claims.map((claim) => ({ ...claim, text: claim.text.trim() }));
}

function parentIn(number: string): string | undefined {
  const dot = number.lastIndexOf('.');
  return dot < 0 ? undefined : number.slice(0, dot);
}

const sidePrefix = /^(Pro|Con):\s*/;
const namePrefix = /^\[([^\],]+(?:, but)?)(?:, from \S+ to (\S+))?\]\s*/;
const readingPrefix = /^\[To the reading: ([^\]]+)\]\s*/;

type Sided = { stance?: Stance; on?: string; toReading?: Stance; claim: string };

/** A claim's side and words; under another claim one that names no side is a thesis of its own. */
function sided(words: string, isAnswer: boolean): Sided {
  const side = isAnswer ? sidePrefix.exec(words) : null;
  if (!side) return aboutReading(words);
  const rest = words.slice(side[0].length);
  const name = nameIn(rest);
  if (!name) return { stance: plain[side[1] === 'Pro' ? 'Pro' : 'Con'], ...aboutReading(rest) };
  const { stance, on, length } = name;
  return { stance, ...(on !== undefined && { on }), ...aboutReading(rest.slice(length)) };
}

function aboutReading(words: string): { toReading?: Stance; claim: string } {
  const about = readingPrefix.exec(words);
  const toReading = about?.[1] === undefined ? undefined : stanceNamed(about[1]);
  return about && toReading ? { toReading, claim: words.slice(about[0].length) } : { claim: words };
}

/** A stance's own name in brackets, and which step it attacks where it says so. */
function nameIn(words: string): { stance: Stance; on: string | undefined; length: number } | undefined {
  const name = namePrefix.exec(words);
  const stance = name?.[1] === undefined ? undefined : stanceNamed(name[1]);
  return name && stance ? { stance, on: name[2], length: name[0].length } : undefined;
}

function stanceNamed(name: string): Stance | undefined {
  return stances.find((stance) => stanceNames[stance] === name);
}

function quotedIn(claim: string): { body: string; quote?: string } {
  const found = /\s*\[“([^”]+(?:”[^”\]]+)*)”\]$/.exec(claim);
  return found?.[1] === undefined ? { body: claim } : { body: claim.slice(0, found.index), quote: found[1] };
}
