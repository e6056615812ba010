// A discussion as CSV, one row a point with its id and its parent's, out and in. Cells that a spreadsheet would run as
// a formula get an apostrophe before them, and lose it again on their way in; ids and numbers never need one.

import { parse } from 'csv-parse/sync';
import { type NoteKind, noteKinds, reactionKinds, type Stance, stances } from '#lib/model/record.ts';
import type { Said } from '#lib/words/said.ts';
import { byteOrderMark, csvOf, nameCell, wordsCell, wordsOfCell } from '../cell.ts';
import { type Discussion, type Saying, sayingsOf, unheard, type Writer } from './discussion.ts';
import type { ForeignPoint, Incoming, NotRead } from './incoming.ts';
import { reportOf } from './report.ts';

const columns = [
  'number',
  'id',
  'parent',
  'state',
  'kind',
  'stance',
  'step',
  'author',
  'written',
  'edited',
  'quote',
  'before',
  'after',
  'start',
  'end',
  'page',
  'note',
  'tags',
  'further_links',
  'resolved',
  ...reactionKinds,
] as const;
type Row = Record<(typeof columns)[number], string>;

const rowsAPart = 500;

export const writeCsv: Writer = (discussion, onWritten = unheard) => {
  const sayings = sayingsOf(discussion);
  return {
    parts: partsOf(sayings, onWritten),
    report: csvReport(discussion, sayings),
    count: sayings.length,
  };
};

function csvReport(discussion: Discussion, sayings: readonly Saying[]): Said[] {
  return reportOf(discussion, sayings, [
    'lost.reactions.inColumns',
    'lost.edits.presentRow',
    'lost.rulings.outcomeOnly',
    'lost.wordless.asRows',
  ]);
}

function* partsOf(sayings: readonly Saying[], onWritten: (count: number) => void): Generator<string> {
  yield `${byteOrderMark}${columns.join(',')}\r\n`;
  for (let at = 0; at < sayings.length; at += rowsAPart) {
    const rows = sayings
      .slice(at, at + rowsAPart)
      .map((saying) => columns.map((name) => rowOf(saying)[name]));
    onWritten(at + rows.length);
    yield csvOf(rows);
  }
}

function rowOf(saying: Saying): Row {
  const { passage, reactions, links } = saying;
  const further = links.slice(1).map(({ to, stance, on }) => [stance, to, on ?? ''].join(' ').trim());
  return {
    number: saying.number,
    id: saying.ref,
    parent: saying.parent ?? '',
    state: saying.state,
    kind: saying.kind,
    stance: saying.stance ?? '',
    step: links[0]?.on ?? '',
    author: nameCell(saying.author),
    written: saying.at,
    edited: saying.editedAt ?? '',
    quote: wordsCell(passage?.quote ?? ''),
    before: wordsCell(passage?.prefix ?? ''),
    after: wordsCell(passage?.suffix ?? ''),
    start: String(passage?.start ?? ''),
    end: String(passage?.end ?? ''),
    page: wordsCell(passage?.page ?? ''),
    note: wordsCell(saying.body),
    tags: wordsCell(saying.tags.map((tag) => tag.replaceAll(';', ',')).join('; ')),
    further_links: further.join('; '),
    resolved: saying.resolved ? 'yes' : '',
    helpful: String(reactions.get('helpful') ?? ''),
    'same-question': String(reactions.get('same-question') ?? ''),
    'well-argued': String(reactions.get('well-argued') ?? ''),
  };
}

/** Reads such a table, ours or another tool's: it needs a column `id` and one `note`, the rest may be absent. */
export function readCsv(text: string): Incoming | NotRead {
  let rows: Partial<Row>[];
  try {
    rows = parse(text, { columns: true, bom: true, relax_column_count: true, skip_empty_lines: true });
  } catch {
    return { ok: false, said: { key: 'notes.notRead.csv' } };
  }
  if (rows.length > 0 && (rows[0]?.id === undefined || rows[0].note === undefined)) {
    return { ok: false, said: { key: 'notes.notRead.csvColumns' } };
  }
  const said = rows.filter((row) => !row.state || row.state === 'said');
  const left = rows.length - said.length;
  return {
    ok: true,
    source: 'CSV',
    points: said.map(pointIn),
    report: left > 0 ? [{ key: 'notes.leftOut.rows', values: { count: left } }] : [],
  };
}

function pointIn(row: Partial<Row>): ForeignPoint {
  const stance = stances.find((one) => one === row.stance);
  const first = row.parent || (stance && 'reading');
  const start = Number.parseInt(row.start ?? '', 10);
  const end = Number.parseInt(row.end ?? '', 10);
  const further = (row.further_links ?? '').split(';').flatMap(linkIn);
  return {
    key: row.id ?? '',
    author: wordsOfCell(row.author ?? ''),
    ...(row.written && { at: row.written }),
    kind: kindIn(row.kind),
    body: wordsOfCell(row.note ?? ''),
    tags: wordsOfCell(row.tags ?? '').split(';'),
    ...(row.quote && {
      passage: {
        quote: wordsOfCell(row.quote),
        prefix: wordsOfCell(row.before ?? ''),
        suffix: wordsOfCell(row.after ?? ''),
        ...(!Number.isNaN(start) && { start }),
        ...(!Number.isNaN(end) && { end }),
      },
    }),
    links: [
      ...(first ? [{ to: first, ...(stance && { stance }), ...(row.step && { on: row.step }) }] : []),
      ...further,
    ],
  };
}

function kindIn(text: string | undefined): NoteKind {
  return noteKinds.find((kind) => kind === text) ?? 'comment';
}

function linkIn(text: string): { to: string; stance: Stance; on?: string }[] {
  const [name, to, on] = text.trim().split(' ');
  const stance = stances.find((one) => one === name);
  return stance && to ? [{ to, stance, ...(on && { on }) }] : [];
}
