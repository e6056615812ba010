'use client';
// The cards of a debate: on one side the file, on the other the card that is open or the document of a speech. On a phone
// one of the two at a time.

import { useDeferredValue, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslations } from 'use-intl/react';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { useRound } from '#components/round/use-round.ts';
import { Button, LinkButton } from '#components/ui/form/button.tsx';
import { EmptyState } from '#components/ui/page/empty-state.tsx';
import spoken from '#components/ui/spoken.module.css';
import { fileOf } from '#lib/model/card/file.ts';
import { speechDocument } from '#lib/model/card/speech.ts';
import type { FilingPlace, Ref } from '#lib/model/record.ts';
import { ArrivingDialog } from './arriving/arriving-dialog.tsx';
import css from './cards.module.css';
import { pace } from './editor/pace.ts';
import { FilePane } from './file/file-pane.tsx';
import { focusFile } from './file/file-tree.tsx';
import { OpenCard } from './file/open-card.tsx';
import { rowsOf } from './file/rows.ts';
import { useFile } from './file/use-file.ts';
import { useItems } from './file/use-items.ts';
import { ReadView } from './speech/read-view.tsx';
import { speechesOf, timesOf } from './speech/speech-documents.ts';
import { SpeechPane } from './speech/speech-pane.tsx';

type Shown = { kind: 'file' } | { kind: 'card'; of: Ref } | { kind: 'speech' };

export function CardsView() {
  const t = useTranslations('cards');
  const { info } = useOpenRoom();
  const round = useRound();
  const desk = useFile();
  const items = useItems();
  const [shown, setShown] = useState<Shown>({ kind: 'file' });
  const [isReading, setReading] = useState(false);
  const [isArriving, setArriving] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [search, setSearch] = useState('');
  const searched = useDeferredValue(search.trim());

  const speeches = speechesOf(round);
  const slot = speeches.find(({ id }) => id === chosen) ?? speeches[0];
  const into: FilingPlace | null = slot ? `speech:${slot.id}` : null;
  const wordsAMinute = pace.use();
  const document = useMemo(() => {
    const said = (of: Ref) => {
      const item = items.of(of);
      if (!item) return undefined;
      const point = { body: item.body, ...(item.card ? { card: item.card } : {}) };
      return { point, words: item.quoted };
    };
    return speechDocument(into ? desk.in(into) : [], said, wordsAMinute);
  }, [into, desk, items, wordsAMinute]);

  const filed = useMemo(() => desk.filings.filter(({ of }) => items.of(of)), [desk, items]);
  const unfiled = useMemo(() => {
    const known = new Set(filed.map(({ of }) => of));
    return items.cards.filter((of) => !known.has(of) && items.of(of));
  }, [filed, items]);
  const rows = useMemo(() => {
    const all = [...unfiled, ...filed.map(({ of }) => of)];
    const found = searched ? items.matching(searched, all) : null;
    return rowsOf(fileOf(filed), unfiled, { folded, found, unfiledName: t('file.unfiled') });
  }, [filed, unfiled, items, searched, folded, t]);

  // Beside the page and not in it: the file stops being empty while cards arrive.
  const arriving = isArriving && <ArrivingDialog desk={desk} onClose={() => setArriving(false)} />;
  if (filed.length + unfiled.length === 0)
    return (
      <>
        <NoCards onArrive={desk.mayWrite ? () => setArriving(true) : null} />
        {arriving}
      </>
    );
  const open = shown.kind === 'card' ? items.of(shown.of) : undefined;
  return (
    <>
      <main className={css.view} data-shown={shown.kind}>
        <h1 className={spoken.only}>{t('view.heading', { room: info.room.title })}</h1>
        <FilePane
          desk={desk}
          items={items}
          rows={rows}
          speech={slot ?? null}
          open={shown.kind === 'card' ? shown.of : null}
          search={search}
          onSearch={setSearch}
          onFold={(key, isFolded) =>
            setFolded((before) => {
              const next = new Set(before);
              if (isFolded) next.add(key);
              else next.delete(key);
              return next;
            })
          }
          onOpen={(of) => setShown({ kind: 'card', of })}
          onSpeech={() => setShown({ kind: 'speech' })}
          onArrive={() => setArriving(true)}
        />
        <div className={css.beside}>
          <nav className={css.tabs} aria-label={t('view.beside')}>
            <button type="button" className={css.back} onClick={() => setShown({ kind: 'file' })}>
              {t('view.file')}
            </button>
            <button
              type="button"
              aria-pressed={shown.kind === 'speech'}
              onClick={() => setShown({ kind: 'speech' })}
            >
              {slot ? t('view.speechNamed', { speech: slot.name }) : t('view.speech')}
              {slot && <small>{t('speech.time', timesOf(document.seconds, slot))}</small>}
            </button>
          </nav>
          {shown.kind === 'speech' && !slot && (
            <EmptyState
              title={t('view.noSpeeches.title')}
              action={
                <LinkButton href={`/rooms/${info.room.id}/flow`}>{t('view.noSpeeches.toFlow')}</LinkButton>
              }
            >
              {t('view.noSpeeches.text')}
            </EmptyState>
          )}
          {shown.kind === 'speech' && slot && (
            <SpeechPane
              desk={desk}
              speeches={speeches}
              slot={slot}
              document={document}
              itemOf={items.of}
              onSlot={setChosen}
              onOpen={(of) => setShown({ kind: 'card', of })}
              onRead={() => setReading(true)}
              onFile={() => {
                // On a phone the file is not on the page meanwhile.
                flushSync(() => setShown({ kind: 'file' }));
                focusFile();
              }}
            />
          )}
          {shown.kind === 'card' && open && <OpenCard key={shown.of} item={open} />}
          {(shown.kind === 'file' || (shown.kind === 'card' && !open)) && (
            <p className={css.hint}>{t('view.openOne')}</p>
          )}
        </div>
        {isReading && slot && (
          <ReadView
            title={slot.name}
            time={t('speech.time', timesOf(document.seconds, slot))}
            document={document}
            itemOf={items.of}
            desk={desk}
            onClose={() => setReading(false)}
          />
        )}
      </main>
      {arriving}
    </>
  );
}

function NoCards({ onArrive }: { onArrive: (() => void) | null }) {
  const t = useTranslations('cards.view');
  const { info } = useOpenRoom();
  return (
    <main className={css.empty}>
      <h1 className={spoken.only}>{t('heading', { room: info.room.title })}</h1>
      <EmptyState
        title={t('none.title')}
        action={
          <div className={css.acts}>
            <LinkButton href={`/rooms/${info.room.id}`} look="primary">
              {t('none.toText')}
            </LinkButton>
            {onArrive && (
              <Button look="quiet" onPress={onArrive}>
                {t('none.bringIn')}
              </Button>
            )}
          </div>
        }
      >
        {t('none.text')}
      </EmptyState>
    </main>
  );
}
