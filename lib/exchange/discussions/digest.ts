// A discussion as a Markdown digest to read, print or paste: threads with their passages, answers indented. Out only.

import { stanceNames } from '#lib/model/stance-names.ts';
import { type Discussion, type Saying, sayingsOf, unheard, type Writer } from './discussion.ts';
import { reportOf } from './report.ts';

export const writeDigest: Writer = (discussion, onWritten = unheard) => {
  const sayings = sayingsOf(discussion);
  const report = reportOf(discussion, sayings, [
    'lost.links.firstOnly',
    'lost.edits.all',
    'lost.reactions.counted',
    'lost.rulings.outcomeOnly',
    'lost.wordless.asLines',
  ]);
  return { parts: linesOf(discussion, sayings, onWritten), report, count: sayings.length };
};

function* linesOf(
  { room, reading }: Discussion,
  sayings: readonly Saying[],
  onWritten: (count: number) => void,
): Generator<string> {
  yield `# ${escaped(room.title)}\n\n`;
  const about = [reading.title, reading.byline, reading.source].filter(
    (part) => part !== undefined && part !== '',
  );
  yield `On ${about.map((part) => escaped(part ?? '')).join(', ')}\n`;
  for (const [i, saying] of sayings.entries()) {
    onWritten(i + 1);
    if (saying.level === 0) yield `\n## ${saying.number}${saying.resolved ? ' (resolved)' : ''}\n\n`;
    yield* saying.level === 0 ? firstOf(saying) : answerOf(saying);
  }
}

function* firstOf(saying: Saying): Generator<string> {
  if (saying.passage) yield `${quoted(saying.passage)}\n\n`;
  yield `${headOf(saying)}\n\n`;
  if (saying.body) yield `${saying.body}\n`;
}

/** An answer is an item of a nested list; its own Markdown is indented to stay inside it. */
function* answerOf(saying: Saying): Generator<string> {
  // Deeper than this, lists are no longer read as lists by many programs.
  const indent = '  '.repeat(Math.min(saying.level - 1, 8));
  yield `\n${indent}- ${headOf(saying)}\n`;
  const words = [saying.passage && quoted(saying.passage), saying.body].filter(Boolean).join('\n\n');
  if (words) yield `\n${words.replace(/^(?=.)/gm, `${indent}  `)}\n`;
}

function headOf({ state, author, stance, at, number, level, tags, reactions }: Saying): string {
  if (state !== 'said') return `_${level > 0 ? `${number} ` : ''}(${state})_`;
  const given = [...reactions].map(([kind, count]) => `${count} × ${kind.replace('-', ' ')}`);
  const parts = [
    `**${escaped(author || 'Someone')}**`,
    stance && `*${stanceNames[stance]}*`,
    at.slice(0, 16).replace('T', ' '),
    level > 0 && number,
    ...tags.map((tag) => `#${escaped(tag)}`),
    ...given,
  ];
  return parts.filter(Boolean).join(' · ');
}

function quoted({ quote, page }: NonNullable<Saying['passage']>): string {
  return `${quote}${page === undefined ? '' : ` (p. ${page})`}`
    .split('\n')
    .map((line) => `> ${escaped(line)}`)
    .join('\n');
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/^(\s*)([+-]|\d+[.)])(?=\s)/, '$1\\$2');
}
