// Argdown (argdown.org), out and in: first points as statements, answers as arguments under what they answer. Out it
// parses with @argdown/core; in it takes the common subset: titled or bare elements, relations, tags, data, references.

import { type NoteKind, noteKinds, type Stance, stances } from '#lib/model/record.ts';
import type { Said } from '#lib/words/said.ts';
import { type Discussion, type Saying, sayingsOf, unheard, type Writer } from './discussion.ts';
import type { ForeignLink, ForeignPoint, Incoming, NotRead } from './incoming.ts';
import { reportOf } from './report.ts';

type Relation = '+' | '-' | '_';
const relations: Record<Stance, Relation | null> = {
  supports: '+',
  concedes: '+',
  rebuts: '-',
  qualifies: '-',
  undercuts: '_',
  // A question is for or against nothing: it stands apart and says in its data what it asks about.
  asks: null,
};
const meanings: Record<Relation, Stance> = { '+': 'supports', '-': 'rebuts', _: 'undercuts' };
/** Does a relation say all of a stance? What it does not, the data does. */
const isPlain = (stance: Stance) => relations[stance] !== null && meanings[relations[stance]] === stance;

export const writeArgdown: Writer = (discussion, onWritten = unheard) => {
  const sayings = sayingsOf(discussion);
  const report = reportOf(
    discussion,
    sayings,
    [
      'lost.stances.asRelations',
      'lost.reactions.all',
      'lost.rulings.all',
      'lost.edits.all',
      'lost.paragraphs.asOneLine',
      'lost.wordless.asElements',
    ],
    (stance) => !isPlain(stance),
  );
  return { parts: linesOf(discussion, sayings, onWritten), report, count: sayings.length };
};

function* linesOf(
  { room }: Discussion,
  sayings: readonly Saying[],
  onWritten: (count: number) => void,
): Generator<string> {
  yield `===\ntitle: ${JSON.stringify(room.title)}\n===\n`;
  const byRef = new Map(sayings.map((saying) => [saying.ref, saying]));
  const further = furtherOf(sayings);
  const answersOf = childrenOf(sayings);
  let written = 0;
  // Depth first with an explicit stack; questions wait until the element they would interrupt is whole.
  const blocks = sayings.filter((saying) => saying.level === 0);
  for (let block = blocks.shift(); block; block = blocks.shift()) {
    yield '\n';
    const waiting: { saying: Saying; depth: number }[] = [{ saying: block, depth: 0 }];
    const apart: Saying[] = [];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { saying, depth } = next;
      yield line(saying, depth, byRef);
      onWritten(++written);
      for (const reference of further.get(saying.ref) ?? [])
        yield `${indent(depth + 1)}${reference.relation} ${nameOf(reference.from)}\n`;
      for (const answer of (answersOf.get(saying.ref) ?? []).toReversed()) {
        if (relationOf(answer)) waiting.push({ saying: answer, depth: depth + 1 });
        else apart.push(answer);
      }
    }
    blocks.unshift(...apart.reverse());
  }
}

function childrenOf(sayings: readonly Saying[]): Map<string, Saying[]> {
  const children = new Map<string, Saying[]>();
  for (const saying of sayings) {
    if (saying.parent !== undefined)
      children.set(saying.parent, [...(children.get(saying.parent) ?? []), saying]);
  }
  return children;
}

function furtherOf(sayings: readonly Saying[]): Map<string, { relation: Relation; from: Saying }[]> {
  const further = new Map<string, { relation: Relation; from: Saying }[]>();
  for (const from of sayings) {
    for (const { to, stance } of from.links.slice(1)) {
      const relation = relations[stance];
      if (relation) further.set(to, [...(further.get(to) ?? []), { relation, from }]);
    }
  }
  return further;
}

function relationOf({ level, stance }: Saying): Relation | null {
  return level === 0 || !stance ? null : relations[stance];
}

function line(saying: Saying, depth: number, byRef: ReadonlyMap<string, Saying>): string {
  const relation = depth === 0 ? '' : `${relationOf(saying)} `;
  const tags = saying.tags.map((tag) => ` #(${tag.replace(/[()\n]/g, ' ').trim()})`).join('');
  return `${indent(depth)}${relation}${nameOf(saying)}: ${wordsOf(saying)}${tags} ${dataOf(saying, byRef)}\n`;
}

function indent(depth: number): string {
  return '  '.repeat(depth);
}

/** First points are statements, all others arguments: only an argument can be undercut. */
function nameOf({ level, number }: Saying): string {
  return level === 0 ? `[${number}]` : `<${number}>`;
}

function wordsOf({ state, body, passage }: Saying): string {
  if (state !== 'said') return `\\(${state}\\)`;
  return escaped(body || (passage ? `“${passage.quote}”` : '…'));
}

const special = /[\\@#*_[\]<>{}/()+-]|[.:](?=\S)|^\d/gu;

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function escaped(text: string): string {
  return oneLine(text).replace(special, (sign) => (/\d/.test(sign) ? sign : `\\${sign}`));
}

function dataOf(saying: Saying, byRef: ReadonlyMap<string, Saying>): string {
  const { ref, author, at, stance, kind, passage, parent, state, body, links } = saying;
  const apart = saying.level > 0 && relationOf(saying) === null && parent !== undefined;
  const data = {
    id: ref,
    ...(author && { author }),
    ...(at && { at }),
    ...(state === 'said' && { kind }),
    ...(stance && { stance }),
    ...(apart && { answers: byRef.get(parent)?.number ?? parent }),
    ...(links[0]?.on && { stepTo: byRef.get(links[0].on)?.number }),
    ...moreOf(saying, byRef),
    // Argdown joins the lines of an element; whoever brings it in again has them from here.
    ...(body !== oneLine(body) && { lines: body }),
    ...(passage && { quote: passage.quote, before: passage.prefix, after: passage.suffix }),
  };
  const pairs = Object.entries(data).map(([name, value]) => `${name}: ${yamlString(value ?? '')}`);
  return `{${pairs.join(', ')}}`;
}

/** The further links of which a relation does not say all: what it is to, its stance, which step it attacks. */
function moreOf({ links }: Saying, byRef: ReadonlyMap<string, Saying>): { further?: string } {
  const more = links.slice(1).filter(({ to, stance, on }) => to === 'reading' || on || !isPlain(stance));
  const told = more.map(({ to, stance, on }) =>
    [stance, byRef.get(to)?.number ?? to, on && byRef.get(on)?.number].filter(Boolean).join(' '),
  );
  return told.length > 0 ? { further: told.join(', ') } : {};
}

// Braces would end Argdown's data, slashes and angles begin a comment; YAML breaks lines at more signs than JSON does.
const unsafeInData = /[{}<\u0085\u2028\u2029]|\/(?=[/*])|(?<=\*)\//gu;

/** A double-quoted YAML string. */
function yamlString(text: string): string {
  return JSON.stringify(text).replace(
    unsafeInData,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const elementLine =
  /^(\s*)(?:(\+>|->|_>|<\+|<-|<_|><|[+\-_](?=\s))\s*)?(?:([[<])([^\]>]+)[\]>](:?)\s*)?(.*)$/;

type Element = { depth: number; relation: string | undefined; title: string | undefined; words: string };

/** Reads the common subset; reconstructed arguments (numbered premises) are skipped and counted. */
export function readArgdown(text: string): Incoming | NotRead {
  const { elements, skipped } = elementsIn(text);
  if (elements.length === 0) return { ok: false, said: { key: 'notes.notRead.argdown' } };
  const desk = new Desk();
  const open: { depth: number; key: string }[] = [];
  for (const element of elements) {
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= element.depth) open.pop();
    const key = desk.take(element);
    const above = open.at(-1)?.key;
    if (element.relation && above !== undefined) desk.relate({ ...element, key }, above);
    open.push({ depth: element.depth, key });
  }
  const report: Said[] = skipped > 0 ? [{ key: 'notes.leftOut.lines', values: { count: skipped } }] : [];
  return { ok: true, source: 'Argdown', points: desk.points(), report };
}

function elementsIn(text: string): { elements: Element[]; skipped: number } {
  const elements: Element[] = [];
  let skipped = 0;
  let isOpen = false;
  for (const line of withoutAsides(text).split('\n')) {
    const [, space = '', relation, , title, , words = ''] = elementLine.exec(line) ?? [];
    if (line.trim() === '') isOpen = false;
    else if (/^\s*(#(?=[\s#])|\(\d+\)|-{2,}|={3,}|\*\s|\d+\.\s)/.test(line)) {
      skipped += /^\s*#/.test(line) ? 0 : 1;
      isOpen = false;
    } else if (isOpen && !relation && title === undefined) {
      const last = elements.at(-1);
      if (last) last.words += ` ${words}`;
    } else {
      elements.push({ depth: space.replaceAll('\t', '    ').length, relation, title, words });
      isOpen = true;
    }
  }
  return { elements, skipped };
}

/** Without front matter and comments. */
function withoutAsides(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/^\uFEFF?\s*===+[\s\S]*?===+/, '')
    .replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->/g, '')
    .replace(/(^|\s)\/\/.*$/gm, '$1');
}

/** The elements met so far, by their titles; what is met again adds its words and relations. */
class Desk {
  private readonly found = new Map<string, ForeignPoint & { links: ForeignLink[] }>();
  private readonly told = new Map<string, ReadonlyMap<string, string>>();
  /** Those whose first link is known: it is the thread they stand in. */
  private readonly placed = new Set<string>();

  take({ title, words }: Element): string {
    const { body, tags, data } = partsIn(words);
    const key = title ?? `untitled ${this.found.size + 1}`;
    const known = this.found.get(key);
    if (known && body === '') return key;
    this.told.set(key, data);
    const links = known?.links ?? [];
    const answers = data.get('answers');
    const stance = stanceIn(data);
    if (answers !== undefined) this.place(key, links, { to: answers, ...(stance && { stance }) });
    this.found.set(key, { ...pointIn(key, body, tags, data), links });
    return key;
  }

  relate({ key, relation = '-', words }: Element & { key: string }, above: string): void {
    const isOutgoing = relation.endsWith('>') && relation !== '><';
    const [from, to] = isOutgoing ? [above, key] : [key, above];
    const sign = relation.includes('+') ? '+' : relation.includes('_') ? '_' : '-';
    const links = this.found.get(from)?.links ?? [];
    const data = this.told.get(from);
    const own = data && stanceIn(data);
    const stance = own && relations[own] === sign ? own : meanings[sign];
    const on = stance === 'undercuts' ? data?.get('stepTo') : undefined;
    // What an element stands under where its words are is its thread; where it is only named again, a further link.
    if (!isOutgoing && words.trim() !== '')
      this.place(from, links, { to, stance, ...(on !== undefined && { on }) });
    else links.push({ to, stance: meanings[sign] });
    if (isOutgoing) this.placed.add(from);
  }

  private place(key: string, links: ForeignLink[], link: ForeignLink): void {
    links.unshift(link);
    this.placed.add(key);
  }

  points(): ForeignPoint[] {
    return [...this.found.values()].map((point) => {
      const data = this.told.get(point.key) ?? new Map<string, string>();
      const stance = stanceIn(data);
      // A first point that takes a stance to the reading says so in its data alone.
      const toReading = stance && !this.placed.has(point.key) ? [{ to: 'reading', stance }] : [];
      const links = [...toReading, ...point.links];
      return { ...point, links: withFurther(links, furtherIn(data.get('further') ?? '')) };
    });
  }
}

function stanceIn(data: ReadonlyMap<string, string>): Stance | undefined {
  return stances.find((one) => one === data.get('stance'));
}

const furtherLink = /^(\w+) (\S+)(?: (\S+))?$/;

function furtherIn(told: string): ForeignLink[] {
  return told.split(', ').flatMap((one) => {
    const [, name, to, on] = furtherLink.exec(one) ?? [];
    const stance = stances.find((known) => known === name);
    return stance && to !== undefined ? [{ to, stance, ...(on !== undefined && { on }) }] : [];
  });
}

/** Each takes the place of the relation that says less of the same link, where there is one. */
function withFurther(links: readonly ForeignLink[], further: readonly ForeignLink[]): ForeignLink[] {
  const whole = [...links];
  for (const link of further) {
    const relation = link.stance && relations[link.stance];
    const at = whole.findIndex(
      ({ to, stance }, i) => i > 0 && to === link.to && relation && stance === meanings[relation],
    );
    whole.splice(at < 0 ? whole.length : at, at < 0 ? 0 : 1, link);
  }
  return whole;
}

function pointIn(
  key: string,
  body: string,
  tags: string[],
  data: ReadonlyMap<string, string>,
): Omit<ForeignPoint, 'links'> {
  const quote = data.get('quote');
  const at = data.get('at');
  const kind: NoteKind = noteKinds.find((one) => one === data.get('kind')) ?? 'claim';
  const isBare = quote !== undefined && body === `“${oneLine(quote)}”`;
  // The lines count only while nobody has changed the words.
  const lines = data.get('lines');
  const said = lines !== undefined && oneLine(lines) === body ? lines : body;
  return {
    key,
    author: data.get('author') ?? '',
    ...(at !== undefined && { at }),
    kind,
    body: isBare || body === '…' ? '' : said,
    tags,
    ...(quote !== undefined && {
      passage: { quote, prefix: data.get('before') ?? '', suffix: data.get('after') ?? '' },
    }),
  };
}

const dataPair = /([\w-]+):\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([^,"']+))/g;

function partsIn(words: string): { body: string; tags: string[]; data: Map<string, string> } {
  const braces = /(?<!\\)\{(.*)\}\s*$/.exec(words);
  const data = new Map<string, string>();
  for (const [, name = '', double, single, bare] of braces?.[1]?.matchAll(dataPair) ?? [])
    data.set(name, double === undefined ? (single ?? bare ?? '').trim() : unquoted(double));
  const tags: string[] = [];
  const body = (braces ? words.slice(0, braces.index) : words)
    .replace(/(?<!\\)#(?:\(([^)]+)\)|([\p{L}\p{N}-]+))/gu, (_, inner?: string, word?: string) => {
      tags.push(inner ?? word ?? '');
      return '';
    })
    .replace(/\\(.)/gu, '$1')
    .trim();
  return { body, tags, data };
}

function unquoted(text: string): string {
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text; // YAML knows escapes that JSON does not: they stay as they stand
  }
}
