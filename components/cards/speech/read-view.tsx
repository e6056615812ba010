// A speech, large, for reading it aloud: what is read is plain, the rest small. Where reading stopped can be marked on
// the word itself.

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import face from '#components/room/card/card.module.css';
import { CardRuns } from '#components/room/card/card-words.tsx';
import { useCiteWords } from '#components/room/card/use-cite-words.ts';
import { Button } from '#components/ui/form/button.tsx';
import { Dialog } from '#components/ui/over/dialog.tsx';
import spoken from '#components/ui/spoken.module.css';
import { shortCite } from '#lib/model/card/cite.ts';
import type { SpeechDocument, SpeechItem } from '#lib/model/card/speech.ts';
import type { Card, Ref } from '#lib/model/record.ts';
import type { Range } from '#lib/model/text/text.ts';
import { useWords } from '../editor/use-words.ts';
import type { FileDesk } from '../file/use-file.ts';
import type { Item } from '../file/use-items.ts';
import css from './read.module.css';

type Props = {
  title: string;
  time: string;
  document: SpeechDocument;
  itemOf: (of: Ref) => Item | undefined;
  desk: FileDesk;
  onClose: () => void;
};

export function ReadView({ title, time, document: doc, itemOf, desk, onClose }: Props) {
  const t = useTranslations('cards.speech');
  const mark = (item: SpeechItem, stopped: number | undefined) => {
    const { stopped: _, ...rest } = item.filing;
    desk.put(
      [stopped === undefined ? rest : { ...rest, stopped }],
      stopped === undefined ? t('markedToEnd') : t('markedStopped'),
    );
  };
  return (
    <Dialog title={title} width="page" isOpen onClose={onClose}>
      <p className={css.time}>{time}</p>
      <div className={css.items}>
        {doc.items.map((item) => {
          const reading = itemOf(item.of);
          return (
            reading && (
              <ReadItem
                key={item.of}
                reading={reading}
                stopped={item.filing.stopped}
                mayMark={desk.mayWrite}
                onStop={(stopped) => mark(item, stopped)}
              />
            )
          );
        })}
      </div>
    </Dialog>
  );
}

type ItemProps = {
  reading: Item;
  stopped: number | undefined;
  mayMark: boolean;
  onStop: (stopped: number | undefined) => void;
};

function ReadItem({ reading, stopped, mayMark, onStop }: ItemProps) {
  const t = useTranslations('cards.speech');
  const citeWords = useCiteWords();
  const { card, body, quoted } = reading;
  const { rootRef, paragraphs, places, chosen, keyboard } = useWords(quoted);
  const [kept, setKept] = useState<Range | null>(null);
  // Going to the button by keyboard may take the choice of words away: the last one counts.
  if (chosen && chosen.end !== kept?.end) setKept(chosen);
  const at = chosen ?? kept;
  return (
    <article className={css.item}>
      {card && (
        <>
          <h3 dir="auto">{card.tag}</h3>
          <p className={css.cite}>{shortCite(card.cite, citeWords)}</p>
        </>
      )}
      {body && <p dir="auto">{body}</p>}
      {card && (
        // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the paragraphs within.
        <div
          ref={rootRef}
          className={`${face.words} ${css.words}`}
          dir="auto"
          data-stopped={stopped !== undefined}
          onKeyDown={(event) => {
            if (event.key.toLowerCase() === 's' && chosen && mayMark) {
              event.preventDefault();
              onStop(chosen.end);
            } else keyboard.onKeyDown(event);
          }}
          onFocus={(event) => {
            const { block } = event.target.dataset;
            if (block !== undefined) keyboard.onFocus(Number(block));
          }}
        >
          {paragraphs.map(({ id, text }, i) => (
            <p key={id} data-block={i} tabIndex={keyboard.stop === i ? 0 : -1}>
              <Stretch text={text} start={places[i]?.start ?? 0} card={card} stopped={stopped} />
            </p>
          ))}
        </div>
      )}
      <p className={spoken.only} aria-live="assertive">
        {keyboard.spoken}
      </p>
      {mayMark && card && (
        <p className={css.acts} data-keeps-selection="">
          {stopped !== undefined && <b>{t('stopped')}</b>}
          <Button look="quiet" isDisabled={at === null} onPress={() => at && onStop(at.end)}>
            {t('stopHere')}
          </Button>
          {stopped !== undefined && (
            <Button look="quiet" onPress={() => onStop(undefined)}>
              {t('toEnd')}
            </Button>
          )}
        </p>
      )}
    </article>
  );
}

/** A paragraph with the line at which reading stopped, where it lies in this one. */
function Stretch(props: { text: string; start: number; card: Card; stopped: number | undefined }) {
  const { text, start, card, stopped } = props;
  const cut = stopped === undefined ? text.length : Math.min(text.length, Math.max(0, stopped - start));
  return (
    <>
      <CardRuns text={text.slice(0, cut)} start={start} marks={card.marks} />
      {cut < text.length && (
        <span className={css.after} data-from={cut > 0 || start === stopped}>
          <CardRuns text={text.slice(cut)} start={start + cut} marks={card.marks} />
        </span>
      )}
    </>
  );
}
