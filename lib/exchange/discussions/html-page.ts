// A discussion as one HTML page that reads alone and offline: the text with its passages marked and numbered, the
// threads after it. No script, nothing fetched. Out only.

import { stanceNames } from '#lib/model/stance-names.ts';
import { isSafeHref } from '#lib/model/text/text.ts';
import { type Discussion, type Saying, sayingsOf, unheard, type Writer } from './discussion.ts';
import { anchor, attribute, blocksOf, idOf, text } from './html-text.ts';
import { type NoteParagraph, noteWords } from './note-words.ts';
import { reportOf } from './report.ts';

export const writeHtml: Writer = (discussion, onWritten = unheard) => {
  const sayings = sayingsOf(discussion);
  const report = reportOf(discussion, sayings, [
    'lost.links.firstOnly',
    'lost.edits.saidSo',
    'lost.reactions.counted',
    'lost.rulings.outcomeOnly',
    'lost.wordless.asLines',
  ]);
  return { parts: pageOf(discussion, sayings, onWritten), report, count: sayings.length };
};

const style = `
:root{color-scheme:light dark;--paper:light-dark(#fbf9f4,#191816);--ink:light-dark(#23211d,#e9e5dc);--quiet:light-dark(#625d53,#a8a196);
--mark:light-dark(#f6e3a4,#54481f);--line:light-dark(#ddd6c8,#3a3732)}
body{background:var(--paper);color:var(--ink);font:1.1rem/1.6 Georgia,'Times New Roman',serif;margin:0 auto;max-width:42rem;padding:2rem 1.25rem}
h1{line-height:1.2}header p,.head,footer,small{color:var(--quiet);font:.9rem/1.5 system-ui,sans-serif}
mark{background:var(--mark);color:inherit}sup a{font:.7em system-ui,sans-serif;text-decoration:none}
section.thread{border-top:1px solid var(--line);padding-top:1rem;margin-top:1.5rem}
ol.answers{list-style:none;margin:0;padding-left:1.1rem;border-left:2px solid var(--line)}
blockquote{border-left:3px solid var(--mark);margin:.5rem 0;padding-left:.8rem}pre{overflow-x:auto}
.head b{color:var(--ink)}a{color:inherit}@media print{body{max-width:none;padding:0}section.thread{break-inside:avoid-page}}
`;

function* pageOf(
  discussion: Discussion,
  sayings: readonly Saying[],
  onWritten: (count: number) => void,
): Generator<string> {
  const { room, reading } = discussion;
  yield `<!doctype html>\n<html>\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n`;
  // Whatever a note may hold: this page runs nothing and fetches nothing.
  yield `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n`;
  yield `<title>${text(room.title)}</title>\n<style>${style}</style>\n</head>\n<body>\n`;
  yield* headerOf(discussion);
  yield '<article>\n';
  yield* blocksOf(reading.blocks, sayings);
  yield '</article>\n<h2>Discussion</h2>\n';
  yield* threadsOf(sayings, onWritten);
  yield `<footer><p>Taken from <a href="${attribute(room.url)}">${text(room.url)}</a></p></footer>\n</body>\n</html>\n`;
}

function* headerOf({ reading }: Discussion): Generator<string> {
  yield `<header>\n<h1 dir="auto">${text(reading.title)}</h1>\n`;
  for (const line of [reading.standfirst, reading.byline, reading.credit])
    if (line) yield `<p dir="auto">${text(line)}</p>\n`;
  if (reading.source)
    yield `<p>${isSafeHref(reading.source) ? anchor(reading.source, text(reading.source)) : text(reading.source)}</p>\n`;
  yield '</header>\n';
}

/** Answers as nested lists, opened and closed by their levels: no recursion, for a thread may be thousands deep. */
function* threadsOf(sayings: readonly Saying[], onWritten: (count: number) => void): Generator<string> {
  if (sayings.length === 0) yield '<p>Nobody has said anything yet.</p>\n';
  let open = 0;
  for (const [i, saying] of sayings.entries()) {
    onWritten(i + 1);
    // Past this, nesting is drawn no deeper: browsers stop at a few hundred elements within each other.
    const level = Math.min(saying.level, 40);
    while (open > level) {
      yield '</li></ol>\n';
      open--;
    }
    if (level === 0) yield `${i > 0 ? '</section>\n' : ''}<section class="thread">\n${noteOf(saying)}`;
    else if (open === level) yield `</li>\n<li>${noteOf(saying)}`;
    else {
      yield `<ol class="answers"><li>${noteOf(saying)}`;
      open++;
    }
  }
  yield '</li></ol>\n'.repeat(open);
  if (sayings.length > 0) yield '</section>\n';
}

function noteOf(saying: Saying): string {
  const { passage } = saying;
  const page = passage?.page === undefined ? '' : ` <small>p. ${text(passage.page)}</small>`;
  const quote = passage ? `<blockquote dir="auto">${text(passage.quote)}${page}</blockquote>\n` : '';
  const words = noteWords(saying.body).map(paragraph).join('');
  return `<div id="${attribute(idOf(saying.ref))}">${headOf(saying)}${quote}${words}</div>\n`;
}

function headOf({ number, state, author, stance, at, editedAt, tags, reactions, resolved }: Saying): string {
  if (state !== 'said') return `<p class="head">${number} · ${state}</p>\n`;
  const parts = [
    number,
    `<b>${text(author || 'Someone')}</b>`,
    stance && stanceNames[stance],
    `<time datetime="${attribute(at)}">${text(at.slice(0, 16).replace('T', ' '))}</time>`,
    editedAt && 'edited',
    resolved && 'resolved',
    ...tags.map((tag) => text(`#${tag}`)),
    ...[...reactions].map(([kind, count]) => `${count} × ${kind.replace('-', ' ')}`),
  ];
  return `<p class="head">${parts.filter(Boolean).join(' · ')}</p>\n`;
}

function paragraph({ look, runs }: NoteParagraph): string {
  const words = runs.map(({ text: run, bold, italic, code, href }) => {
    let html = text(run).replaceAll('\n', look === 'code' ? '\n' : '<br>');
    if (code && look !== 'code') html = `<code>${html}</code>`;
    if (italic) html = `<em>${html}</em>`;
    if (bold) html = `<strong>${html}</strong>`;
    return href === undefined ? html : anchor(href, html);
  });
  if (look === 'code') return `<pre><code>${words.join('')}</code></pre>\n`;
  const tag = look === 'quotation' ? 'blockquote' : 'p';
  return `<${tag} dir="auto">${look === 'item' ? '• ' : ''}${words.join('')}</${tag}>\n`;
}
