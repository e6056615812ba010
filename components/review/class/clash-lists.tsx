// Clash: the four sorts of gaps, each with everything in it, or the sentence that there is none.

import type { ReactNode } from 'react';
import type { ParticipantId, Ref } from '#lib/model/record.ts';
import type { Clash, ClashPassage } from '#lib/model/review/clash.ts';
import css from './gaps.module.css';
import { shortened } from './plan-list.tsx';

type Props = {
  clash: Clash;
  nameOf: (participant: ParticipantId) => string;
  numberOf: (block: number) => number | null;
  hrefOf: (ref: Ref) => string;
  wordsOf: (ref: Ref) => string;
  onOpen: (participant: ParticipantId) => void;
};

export function ClashLists({ clash, nameOf, numberOf, hrefOf, wordsOf, onOpen }: Props) {
  const place = (block: number | null) =>
    block === null ? 'The whole text' : `Paragraph ${numberOf(block) ?? '·'}`;
  const passage = ({ block, quote, first }: ClashPassage, more?: string) => (
    <li key={block}>
      <a href={hrefOf(first)}>
        <b>{place(block)}</b> {quote && <q dir="auto">{shortened(quote)}</q>}
      </a>
      {more && <span>{more}</span>}
    </li>
  );
  return (
    <div className={css.clash}>
      <Gap title="Passages nobody contested" none="Somebody took a side on every passage.">
        {clash.uncontested.map((one) => passage(one))}
      </Gap>
      <Gap title="One-sided passages" none="Wherever people took sides, they took both.">
        {clash.oneSided.map((one) =>
          passage(one, one.side === 'for' ? 'everyone agreed' : 'everyone objected'),
        )}
      </Gap>
      <Gap title="Questions without a reply" none="Every question has a reply.">
        {clash.openQuestions.map(({ ref, asker, block }) => (
          <li key={ref}>
            <a href={hrefOf(ref)}>
              <b>{place(block)}</b> <bdi>{shortened(wordsOf(ref))}</bdi>
            </a>
            <span dir="auto">{nameOf(asker)}</span>
          </li>
        ))}
      </Gap>
      <Gap title="People nobody replied to" none="Everyone who spoke was replied to.">
        {clash.unanswered.map((id) => (
          <li key={id}>
            <button type="button" onClick={() => onOpen(id)}>
              {nameOf(id)}
            </button>
          </li>
        ))}
      </Gap>
    </div>
  );
}

function Gap({ title, none, children }: { title: string; none: string; children: ReactNode[] }) {
  return (
    <section aria-label={title}>
      <h3>
        {title} {children.length > 0 && <span>{children.length}</span>}
      </h3>
      {children.length === 0 ? <p className={css.quiet}>{none}</p> : <ul>{children}</ul>}
    </section>
  );
}
