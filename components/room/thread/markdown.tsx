// Markdown in notes → React elements, by an allow-list. Never an HTML string; what is not on the list is shown as it was typed.

import type { Link, Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { Fragment, memo, type ReactNode } from 'react';
import { isSafeHref } from '#lib/model/text/text.ts';
import { isParsable, linesAsTyped } from '#lib/model/threads/parsable.ts';
import { isPlain } from './plain.ts';

/** How a run of plain words is shown: with its mentions and tags, where the reader knows them. */
type Inline = (words: string) => ReactNode;
type Written = { body: string; inline: Inline };

/** A note's words. Rendered once for each body: parsing is not free, and a thread re-renders often. */
export const Markdown = memo(function Markdown({ body, inline = asIs }: { body: string; inline?: Inline }) {
  if (!isParsable(body)) return <LinesAsTyped body={body} inline={inline} />;
  return <>{childrenOf(fromMarkdown(body), { body, inline })}</>;
});

function LinesAsTyped({ body, inline }: Written) {
  return linesAsTyped(body).map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one text, which have no other name
    <p key={index}>{inline(line)}</p>
  ));
}

function asIs(words: string): string {
  return words;
}

/** The same words without their marks, on one line: for compact cards and names of things. */
export function plainText(body: string): string {
  // Most notes, and a map holds a thousand.
  if (isPlain(body) || !isParsable(body)) return body.replace(/\s+/g, ' ').trim();
  return textOf(fromMarkdown(body), body).replace(/\s+/g, ' ').trim();
}

function render(node: Nodes, source: Written): ReactNode {
  switch (node.type) {
    case 'text':
      return source.inline(node.value);
    case 'paragraph':
      return <p>{childrenOf(node, source)}</p>;
    case 'emphasis':
      return <em>{childrenOf(node, source)}</em>;
    case 'strong':
      return <strong>{childrenOf(node, source)}</strong>;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'code':
      return (
        <pre>
          <code>{node.value}</code>
        </pre>
      );
    case 'blockquote':
      return <blockquote>{childrenOf(node, source)}</blockquote>;
    case 'list':
      return node.ordered ? (
        <ol start={node.start ?? 1}>{childrenOf(node, source)}</ol>
      ) : (
        <ul>{childrenOf(node, source)}</ul>
      );
    case 'listItem':
      return <li>{childrenOf(node, source)}</li>;
    case 'break':
      return <br />;
    case 'link':
      return renderLink(node, source);
    case 'heading':
      // A note has no outline of its own: its headings would disturb the page's.
      return (
        <p>
          <strong>{childrenOf(node, source)}</strong>
        </p>
      );
    default:
      return asTyped(node, source.body);
  }
}

function renderLink(node: Link, source: Written): ReactNode {
  if (!isSafeHref(node.url)) return asTyped(node, source.body);
  return (
    <a href={node.url} target="_blank" rel="noopener noreferrer nofollow ugc">
      {childrenOf(node, source)}
    </a>
  );
}

function childrenOf(parent: Parents, source: Written): ReactNode {
  return parent.children.map((child) => (
    <Fragment key={child.position?.start.offset}>{render(child, source)}</Fragment>
  ));
}

/** The very characters a node was made from: raw HTML, images and the rest show as text. */
function asTyped(node: Nodes, source: string): string {
  return source.slice(node.position?.start.offset, node.position?.end.offset);
}

function textOf(node: Nodes, source: string): string {
  if ('children' in node) {
    const glue = node.type === 'root' || node.type === 'list' || node.type === 'listItem' ? ' ' : '';
    return node.children.map((child) => textOf(child, source)).join(glue);
  }
  if (node.type === 'break') return ' ';
  return node.type === 'text' || node.type === 'inlineCode' || node.type === 'code'
    ? node.value
    : asTyped(node, source);
}
