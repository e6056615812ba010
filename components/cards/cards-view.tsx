'use client';
// The cards of a debate: on one side the file, on the other the card that is open or the document of a speech. On a phone
// one of the two at a time.

import { useDeferredValue, useMemo, useState } from 'react';
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
import { OpenCard } from './file/open-card.tsx';
import { rowsOf } from './file/rows.ts';
import { useFile } from './file/use-file.ts';
import { useItems } from './file/use-items.ts';
import { ReadView } from './speech/read-view.tsx';
import { speechesOf, timeOf } from './speech/speech-documents.ts';
import { SpeechPane } from './speech/speech-pane.tsx';

type Shown = { kind: 'file' } | { kind: 'card'; of: Ref } | { kind: 'speech' };

export function CardsView() {
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
    return rowsOf(fileOf(filed), unfiled, { folded, found });
  }, [filed, unfiled, items, searched, folded]);

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
        <h1 className={spoken.only}>Cards of {info.room.title}</h1>
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
          <nav className={css.tabs} aria-label="Beside the file">
            <button type="button" className={css.back} onClick={() => setShown({ kind: 'file' })}>
              File
            </button>
            <button
              type="button"
              aria-pressed={shown.kind === 'speech'}
              onClick={() => setShown({ kind: 'speech' })}
            >
              {slot ? `Speech: ${slot.name}` : 'Speech'}
              {slot && <small>{timeOf(document.seconds, slot)}</small>}
            </button>
          </nav>
          {shown.kind === 'speech' && !slot && (
            <EmptyState title="No speeches yet">
              Set the round up in the flow: its format has the speeches.
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
            />
          )}
          {shown.kind === 'card' && open && <OpenCard key={shown.of} item={open} />}
          {(shown.kind === 'file' || (shown.kind === 'card' && !open)) && (
            <p className={css.hint}>Open a card in the file to read it here.</p>
          )}
        </div>
        {isReading && slot && (
          <ReadView
            title={slot.name}
            time={timeOf(document.seconds, slot)}
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
  const { info } = useOpenRoom();
  return (
    <main className={css.empty}>
      <h1 className={spoken.only}>Cards of {info.room.title}</h1>
      <EmptyState
        title="No cards yet"
        action={
          <div className={css.acts}>
            <LinkButton href={`/rooms/${info.room.id}`}>To the text</LinkButton>
            {onArrive && <Button onPress={onArrive}>Bring in a Word file</Button>}
          </div>
        }
      >
        Select words in the text and press E: a card is made of their paragraph, and stands here to be filed.
      </EmptyState>
    </main>
  );
}
