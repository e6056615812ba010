// A card in the making: what it claims, whom it quotes, and which words are read. It owns nothing: every change goes to
// the draft, which outlives it (U3).

import { CircleAlert } from 'lucide-react';
import { useId } from 'react';
import { useTranslations } from 'use-intl/react';
import face from '#components/room/card/card.module.css';
import { useFlags } from '#components/room/card/use-flags.ts';
import { Field } from '#components/ui/form/field.tsx';
import type { CardWords } from '#lib/model/card/card.ts';
import type { Anchor, Card } from '#lib/model/record.ts';
import { CiteFields } from './cite-fields.tsx';
import css from './editor.module.css';
import { MarkingField } from './marking-field.tsx';
import { ReadAloud } from './read-aloud.tsx';

export type CardInMaking = Pick<Card, 'tag' | 'cite' | 'marks'>;

type Props = {
  card: CardInMaking;
  said: CardWords;
  /** Where its words are, should it have them from a reading. */
  anchor: Anchor | undefined;
  onCard: (card: CardInMaking) => void;
};

export function CardEditor({ card, said, anchor, onCard }: Props) {
  const t = useTranslations('cards.editor');
  const heading = useId();
  return (
    <>
      <Field
        label={t('tag')}
        help={t('tagHelp')}
        value={card.tag}
        maxLength={1000}
        autoFocus
        isAnyScript
        isLong
        onChange={(tag) => onCard({ ...card, tag })}
      />
      <CiteFields cite={card.cite} onChange={(cite) => onCard({ ...card, cite })} />
      <section aria-labelledby={heading} className={css.body}>
        <h3 id={heading}>{t('words')}</h3>
        {said.source === 'lost' ? (
          <p className={css.hint}>{t('lost')}</p>
        ) : (
          <MarkingField
            words={said.words}
            marks={card.marks}
            onMarks={(marks) => onCard({ ...card, marks })}
          />
        )}
        <ReadAloud card={card} words={said.words} />
      </section>
      <Flags card={card} said={said} anchor={anchor} />
    </>
  );
}

/** Spoken as they come: they are what a debater is asked about. */
function Flags({ card, said, anchor }: Pick<Props, 'card' | 'said' | 'anchor'>) {
  const t = useTranslations('thread.card');
  const flags = useFlags(card, said, anchor);
  return (
    <div role="status">
      {flags.length > 0 && (
        <ul className={face.signs} aria-label={t('doubts')}>
          {flags.map((reason) => (
            <li key={reason} className={face.flag}>
              <CircleAlert aria-hidden /> {reason}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
