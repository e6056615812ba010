// One block of the text. Its `data-block` element holds the canonical text and nothing else (text-dom.ts counts on it);
// emphasis, links and, in the mark mode, the notes' segments only cut it into runs.

import { Fragment, type ReactNode } from 'react';
import { noteMarkId } from '#components/ui/page/note-mark.ts';
import type { Ref } from '#lib/model/record.ts';
import type { Segment } from '#lib/model/text/segment.ts';
import type { Block, Range, Span } from '#lib/model/text/text.ts';

/** In the mark mode: which stretches to wrap, and as what. */
export type Marks = {
  segments: readonly Segment[];
  paintOfRef: (ref: Ref) => string;
  stateOf: (segment: Segment) => 'active' | 'lit' | undefined;
  /** The ids of the buttons that lead to the notes on a stretch. */
  detailsOf: (segment: Segment) => string | undefined;
};

/** The text of a block as runs that no span or segment cuts. */
export function BlockText({ block, marks }: { block: Block; marks?: Marks | undefined }) {
  const spans = block.spans ?? [];
  if (!marks) return <>{runsOf(block.text, { start: 0, end: block.text.length }, spans)}</>;
  let at = 0;
  const parts: ReactNode[] = [];
  for (const segment of marks.segments) {
    if (segment.start > at) parts.push(...runsOf(block.text, { start: at, end: segment.start }, spans));
    parts.push(
      <mark
        key={`m${segment.start}`}
        data-paint={segment.refs[0] ? marks.paintOfRef(segment.refs[0]) : undefined}
        data-state={marks.stateOf(segment)}
        aria-details={marks.detailsOf(segment)}
      >
        {runsOf(block.text, segment, spans)}
      </mark>,
    );
    at = segment.end;
  }
  return (
    <>
      {parts}
      {runsOf(block.text, { start: at, end: block.text.length }, spans)}
    </>
  );
}

function runsOf(text: string, within: Range, spans: readonly Span[]): ReactNode[] {
  const edges = new Set([within.start, within.end]);
  for (const { start, end } of spans)
    for (const edge of [start, end]) if (edge > within.start && edge < within.end) edges.add(edge);
  const cuts = [...edges].sort((a, b) => a - b);
  return cuts.slice(1).map((end, i) => {
    const start = cuts[i] ?? 0;
    const over = spans.filter((span) => span.start <= start && span.end >= end);
    return <Fragment key={start}>{dress(text.slice(start, end), over, start)}</Fragment>;
  });
}

function dress(text: string, spans: readonly Span[], at: number): ReactNode {
  let dressed: ReactNode = text;
  for (const span of spans) {
    dressed = (
      <Dressed span={span} isStart={span.start === at}>
        {dressed}
      </Dressed>
    );
  }
  return dressed;
}

function Dressed({ span, isStart, children }: { span: Span; isStart: boolean; children: ReactNode }) {
  if (span.type === 'note')
    return (
      <sup>
        <a
          href={`#${span.to}`}
          role="doc-noteref"
          {...(isStart && !span.again && { id: noteMarkId(span.to) })}
        >
          {children}
        </a>
      </sup>
    );
  if (span.type !== 'link')
    return span.type === 'emphasis' ? <em>{children}</em> : <strong>{children}</strong>;
  return (
    <a href={span.href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}
