// A cite that was written elsewhere, taken apart by its looks: no rule says where its author ends. Whatever cannot be told
// apart stays in it, as the qualification.

import { shortCite } from '#lib/model/card/cite.ts';
import { dateIn } from '#lib/model/card/cite-from.ts';
import type { Cite } from '#lib/model/record.ts';
import type { Line } from './word-lines.ts';

const link = /https?:\/\/[^\s<>"“”]+[^\s<>"“”.,;:!?)\]]/u;
const accessed = /\b(?:accessed|date accessed|doa:?)\s+([^,;)\]]{1,60})/iu;
const quoted = /[“"]([^“”"]{1,300})[”"],?/u;
/** A year, or its last two digits. */
const year = /[,\s]*[’'‘]?\b((?:1[5-9]|20)?\d{2})\b\s*$/u;
/** How long a line may be to be a cite although no style says so. */
const maxUnsaid = 700;

/** Whether a line that no style calls a cite looks like one: short, without marks, and with a year or an address. */
export function looksLikeCite(line: Line): boolean {
  const text = line.pieces.map((piece) => piece.text).join('');
  const isMarked = line.pieces.some((one) => one.underline || one.emphasis || one.highlight);
  return (
    !isMarked &&
    text.length <= maxUnsaid &&
    (/(?:\b(?:1[5-9]|20)|[’'])\d{2}\b/u.test(text) || link.test(text))
  );
}

/** The parts of a cite; null for a line that holds more than a cite can. */
export function citeOf(line: Line): Cite | null {
  const { short, rest } = shortIn(line);
  const found = partsOf(rest);
  const names = short.replace(year, '').trim();
  const said = year.exec(short)?.[1];
  const [first = ''] = found.others;
  const isFull = names !== '' && first.toLowerCase().includes(names.toLowerCase()) && first.length <= 300;
  const date = found.date && shortYear(found.date) === said?.slice(-2) ? found.date : said;
  const others = isFull ? found.others.slice(1) : found.others;
  const unused = date === found.date ? [] : [found.date ?? ''];
  const cite: Cite = {
    author: isFull ? first : names,
    ...filled({
      qualification: [...others, ...unused].filter(Boolean).join(', '),
      date,
      title: found.title,
      link: found.link,
      accessed: found.accessed,
    }),
  };
  const fits = cite.author.length <= 300 && (cite.qualification ?? '').length <= 500;
  return fits ? cite : null;
}

/** Surname and date: what the style says, else what stands before a bracket. */
function shortIn({ pieces }: Line): { short: string; rest: string } {
  let [short, rest] = ['', ''];
  for (const { isCite, text } of pieces) {
    if (isCite) short += text;
    else {
      rest += text;
      if (short) short += ' ';
    }
  }
  if (!short) [short = ''] = /^[^([]*/u.exec(rest) ?? [];
  const isStyled = pieces.some(({ isCite }) => isCite);
  return {
    short: short.replace(/\s+/gu, ' ').trim(),
    rest: isStyled ? rest : rest.slice(short.length),
  };
}

function partsOf(rest: string) {
  const url = link.exec(rest)?.[0];
  let left = url ? rest.replace(url, ' ') : rest;
  const seen = accessed.exec(left);
  if (seen) left = left.replace(seen[0], ' ');
  const title = quoted.exec(left);
  if (title) left = left.replace(title[0], ' , ');
  const date = dateIn(left);
  if (date) left = left.replace(date, ' ');
  const others = left
    .replace(/^[\s([\]),.–—-]+|[\s([\]),–—-]+$/gu, '')
    .split(/\s*[,;]\s*/u)
    .map((part) => part.replace(/\s+/gu, ' ').trim())
    .filter(Boolean);
  return {
    link: url && url.length <= 2048 ? url : undefined,
    accessed: seen?.[1]?.trim(),
    title: title?.[1],
    date,
    others,
  };
}

function shortYear(date: string): string | undefined {
  return shortCite({ author: '', date }).slice(-2);
}

function filled(parts: Record<string, string | undefined>): Partial<Cite> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value));
}
