// The document of one speech: what is read in it, in order, and whether it fits the time. Reading itself is read-view.tsx's.

import { ArrowDown, ArrowUp, BookOpenText, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl/react';
import { clockFace } from '#components/round/clock-words.ts';
import { Button } from '#components/ui/form/button.tsx';
import { Choice } from '#components/ui/form/choice.tsx';
import { EmptyState } from '#components/ui/page/empty-state.tsx';
import { stepped } from '#lib/model/card/file.ts';
import type { SpeechDocument, SpeechItem } from '#lib/model/card/speech.ts';
import type { Ref } from '#lib/model/record.ts';
import type { Slot } from '#lib/model/round/format.ts';
import { PaceField } from '../editor/pace-field.tsx';
import type { FileDesk } from '../file/use-file.ts';
import type { Item } from '../file/use-items.ts';
import { leavingCards } from '../word/leaving-cards.ts';
import { WordMenu } from '../word/word-menu.tsx';
import css from './speech.module.css';
import { timesOf } from './speech-documents.ts';

type Props = {
  desk: FileDesk;
  speeches: readonly Slot[];
  slot: Slot;
  document: SpeechDocument;
  itemOf: (of: Ref) => Item | undefined;
  onSlot: (id: string) => void;
  onOpen: (of: Ref) => void;
  onRead: () => void;
  /** Leads to the file, from which a speech is filled. */
  onFile: () => void;
};

export function SpeechPane(props: Props) {
  const t = useTranslations('cards.speech');
  const tFile = useTranslations('cards.file');
  const { desk, speeches, slot, document: doc, itemOf, onSlot, onOpen, onRead, onFile } = props;
  const isOver = doc.seconds > slot.seconds;
  const move = (item: SpeechItem, step: -1 | 1) => {
    const moved = stepped(desk.in(item.filing.into), item.of, step);
    if (moved) desk.put([moved], tFile('moved'));
  };
  const takeOut = ({ filing }: SpeechItem) =>
    desk.put([{ ...filing, removed: true }], t('takenOut', { speech: slot.name }));
  const onKeyDown = (event: KeyboardEvent, item: SpeechItem) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (event.altKey && step && desk.mayWrite) move(item, step);
    else if (event.key === 'Delete' && desk.mayWrite) takeOut(item);
    else if (step && !event.altKey) neighbour(event.currentTarget, step)?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <section className={css.pane} aria-label={t('pane', { speech: slot.name })}>
      <header className={css.head}>
        <Choice
          label={t('choose')}
          isLabelHidden
          value={slot.id}
          options={speeches.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={onSlot}
        />
        <p className={css.time} data-over={isOver} role="status">
          <b>{t('time', timesOf(doc.seconds, slot))}</b>
          {isOver && ` · ${t('tooLong', { time: clockFace((doc.seconds - slot.seconds) * 1000) })}`}
        </p>
        <PaceField />
        <WordMenu
          speech={slot.name}
          shapes={['full', 'read-aloud', 'marked']}
          cards={() =>
            leavingCards(
              doc.items.map(({ filing }) => filing),
              itemOf,
            )
          }
        />
        <Button look="primary" isDisabled={doc.items.length === 0} onPress={onRead}>
          <BookOpenText aria-hidden /> {t('read')}
        </Button>
      </header>
      {doc.items.length === 0 ? (
        <EmptyState title={t('none')} action={<Button onPress={onFile}>{t('toFile')}</Button>}>
          {t('noneHelp', { speech: slot.name })}
        </EmptyState>
      ) : (
        <ol className={css.items} aria-label={t('order', { speech: slot.name })}>
          {doc.items.map((item, i) => {
            const shown = itemOf(item.of);
            const name = shown?.words || tFile('noWords');
            return (
              <li key={item.of}>
                <button
                  type="button"
                  className={css.item}
                  data-speech-item=""
                  aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
                  onClick={() => onOpen(item.of)}
                  onKeyDown={(event) => onKeyDown(event, item)}
                >
                  <span className={css.tag} dir="auto">
                    {name}
                  </span>
                  <small>
                    {clockFace(item.seconds * 1000)}
                    {item.filing.stopped !== undefined && ` · ${t('stoppedIn')}`}
                  </small>
                </button>
                {desk.mayWrite && (
                  <span className={css.moves}>
                    <button
                      type="button"
                      aria-label={t('moveUp', { name })}
                      disabled={i === 0}
                      onClick={() => move(item, -1)}
                    >
                      <ArrowUp aria-hidden />
                    </button>
                    <button
                      type="button"
                      aria-label={t('moveDown', { name })}
                      disabled={i === doc.items.length - 1}
                      onClick={() => move(item, 1)}
                    >
                      <ArrowDown aria-hidden />
                    </button>
                    <button type="button" aria-label={t('takeOut', { name })} onClick={() => takeOut(item)}>
                      <X aria-hidden />
                    </button>
                  </span>
                )}
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}

function neighbour(item: Element, step: -1 | 1): HTMLElement | undefined {
  const all = [...(item.closest('ol')?.querySelectorAll<HTMLElement>('[data-speech-item]') ?? [])];
  return all[all.indexOf(item as HTMLElement) + step];
}
