// The file with its search and its acts. What a key does to the row it is on, the menu below the tree does, too.

import { Ellipsis, FileUp } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { useManners } from '#components/ui/device/manners.tsx';
import { IconButton } from '#components/ui/form/button.tsx';
import { Menu } from '#components/ui/over/menu.tsx';
import { MenuItem } from '#components/ui/over/menu-item.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import {
  filed,
  filedAfter,
  filedBefore,
  type Heading,
  headingRenamed,
  headingStepped,
  inFileOrder,
  movedUnder,
  stepped,
} from '#lib/model/card/file.ts';
import type { Filing, Ref } from '#lib/model/record.ts';
import type { Slot } from '#lib/model/round/format.ts';
import { leavingCards } from '../word/leaving-cards.ts';
import { WordMenu } from '../word/word-menu.tsx';
import css from './file.module.css';
import { type Drop, FileTree } from './file-tree.tsx';
import { MoveDialog } from './move-dialog.tsx';
import type { HeadingRow, Row } from './rows.ts';
import type { FileDesk } from './use-file.ts';
import type { Items } from './use-items.ts';

type Props = {
  desk: FileDesk;
  items: Items;
  rows: readonly Row[];
  /** The speech that cards are sent to. */
  speech: Slot | null;
  open: Ref | null;
  search: string;
  onSearch: (search: string) => void;
  onFold: (key: string, isFolded: boolean) => void;
  onOpen: (of: Ref) => void;
  onSpeech: () => void;
  /** A Word file is to be brought in. */
  onArrive: () => void;
};

export function FilePane(props: Props) {
  const { desk, items, rows, speech, open, search } = props;
  const [at, setAt] = useState<string | null>(null);
  const [renaming, setRenaming] = useState<string | null>(null);
  const [moving, setMoving] = useState<Row | null>(null);
  const hasKeys = useManners().keys;
  const row = rows.find(({ key }) => key === at) ?? rows[0];

  const step = (on: Row, by: -1 | 1) => {
    if (on.kind === 'heading') {
      if (on.heading) desk.put(headingStepped(desk.filings, on.heading, by), 'Moved.');
      return;
    }
    const moved = on.filing && stepped(desk.filings, on.of, by);
    if (moved) desk.put([moved], 'Moved.');
  };
  const moveTo = (on: Row, heading: Heading) => {
    if (on.kind === 'item') {
      const next = on.filing
        ? movedUnder(desk.filings, on.filing, heading)
        : filed(desk.filings, on.of, 'file', heading);
      desk.put([next], 'Filed.');
    }
  };
  const drop = (on: Row, { at: target, isAfter }: Drop) => {
    if (on.kind !== 'item') return;
    if (target.kind === 'heading') {
      if (target.heading) moveTo(on, target.heading);
      return;
    }
    if (!target.filing) return;
    const moved = on.filing ?? filed(desk.filings, on.of, 'file');
    const place = isAfter ? filedAfter : filedBefore;
    desk.put([place(desk.filings, moved, target.filing)], 'Moved.');
  };
  const send = (on: Row) => {
    if (!speech) return showToast('Set the round up first: its format has the speeches.');
    const into = `speech:${speech.id}` as const;
    let there: readonly Filing[] = desk.in(into);
    const next = refsOf(on, desk.filings)
      .filter((of) => !there.some((one) => one.of === of))
      .map((of) => {
        const filing = filed(there, of, into);
        there = [...there, filing];
        return filing;
      });
    if (next.length === 0) showToast(`That is in ${speech.name} already.`);
    desk.put(next, `Sent to ${speech.name}.`);
  };
  const takeOut = (on: Row) => {
    if (on.kind === 'item' && on.filing)
      desk.put([{ ...on.filing, removed: true }], 'Taken out of the file.');
  };
  const onKey = (on: Row, event: KeyboardEvent): boolean => {
    const { key, altKey, ctrlKey, metaKey } = event;
    if ((ctrlKey || metaKey) && key.toLowerCase() === 'z') desk.undo();
    else if (!desk.mayWrite || ctrlKey || metaKey) return false;
    else if (altKey && (key === 'ArrowUp' || key === 'ArrowDown')) step(on, key === 'ArrowUp' ? -1 : 1);
    else if (altKey) return false;
    else if (key === 'F2' && on.kind === 'heading' && on.heading) setRenaming(on.key);
    else if (key === 'Delete') takeOut(on);
    else if (hasKeys && key === 's') send(on);
    else if (hasKeys && key === 'm' && on.kind === 'item') setMoving(on);
    else return false;
    return true;
  };
  const rename = (on: HeadingRow, name: string | null) => {
    setRenaming(null);
    if (name && on.heading && name !== on.name)
      desk.put(headingRenamed(desk.filings, on.heading, name), `Renamed to ${name}.`);
  };
  return (
    <section className={css.pane} aria-label="File of cards">
      <div className={css.tools}>
        <input
          type="search"
          aria-label="Find in tags, cites and words"
          placeholder="Find in tags, cites and words"
          value={search}
          onChange={({ target }) => props.onSearch(target.value)}
        />
        <WordMenu
          name="cards"
          shapes={['full', 'read-aloud']}
          cards={() => leavingCards(inFileOrder(desk.filings), items.of)}
        />
        {desk.mayWrite && (
          <IconButton label="Bring in a Word file" onPress={props.onArrive}>
            <FileUp aria-hidden />
          </IconButton>
        )}
        <p className={css.whose}>
          {desk.place === 'side'
            ? 'Your side’s file: only your side sees it.'
            : 'Your own file: only you see it.'}
        </p>
      </div>
      {rows.length === 0 ? (
        <p className={css.none}>No card has all of these words.</p>
      ) : (
        <FileTree
          rows={rows}
          itemOf={items.of}
          at={at}
          open={open}
          mayWrite={desk.mayWrite}
          renaming={renaming}
          onAt={setAt}
          onOpen={props.onOpen}
          onFold={(on, isFolded) => props.onFold(on.key, isFolded)}
          onDrop={drop}
          onRename={rename}
          onKey={onKey}
        />
      )}
      {row && desk.mayWrite && (
        <div className={css.acts}>
          <Menu label={`Do with ${nameOf(row, items)}`} face={<Ellipsis aria-hidden />}>
            {actsFor(row, { step, send, takeOut, move: setMoving, rename: setRenaming, speech }).map(
              ({ label, run }) => (
                <MenuItem key={label} onAction={run}>
                  {label}
                </MenuItem>
              ),
            )}
          </Menu>
          <span>
            <kbd>Alt</kbd> <kbd>↑</kbd> <kbd>↓</kbd> move{' '}
            {hasKeys && (
              <>
                <kbd>M</kbd> file under <kbd>S</kbd> to the speech
              </>
            )}{' '}
            <kbd>F2</kbd> rename
          </span>
        </div>
      )}
      {moving?.kind === 'item' && (
        <MoveDialog
          what={nameOf(moving, items)}
          filings={desk.filings}
          start={headingOf(moving.filing)}
          onMove={(heading) => moveTo(moving, heading)}
          onClose={() => setMoving(null)}
        />
      )}
    </section>
  );
}

type Acts = {
  step: (row: Row, by: -1 | 1) => void;
  send: (row: Row) => void;
  takeOut: (row: Row) => void;
  move: (row: Row) => void;
  rename: (key: string) => void;
  speech: Slot | null;
};

function actsFor(row: Row, acts: Acts): { label: string; run: () => void }[] {
  const sending = acts.speech ? [{ label: `Send to ${acts.speech.name}`, run: () => acts.send(row) }] : [];
  const moves = [
    { label: 'Move up', run: () => acts.step(row, -1) },
    { label: 'Move down', run: () => acts.step(row, 1) },
  ];
  if (row.kind === 'heading')
    return row.heading
      ? [...moves, { label: 'Rename', run: () => acts.rename(row.key) }, ...sending]
      : sending;
  const filing = { label: row.filing ? 'Move to…' : 'File under…', run: () => acts.move(row) };
  if (!row.filing) return [filing, ...sending];
  return [...moves, filing, ...sending, { label: 'Take out of the file', run: () => acts.takeOut(row) }];
}

function nameOf(row: Row, items: Items): string {
  return row.kind === 'heading' ? row.name : (items.of(row.of)?.words ?? 'this card');
}

function headingOf(filing: Filing | null): Heading {
  const { pocket, hat, block } = filing ?? {};
  return { ...(pocket && { pocket }), ...(hat && { hat }), ...(block && { block }) };
}

/** A card, or all that stands under a heading, in the order of the file. */
function refsOf(row: Row, filings: readonly Filing[]): Ref[] {
  if (row.kind === 'item') return [row.of];
  const { heading } = row;
  if (!heading) return [];
  return headingRenamed(filings, heading, row.name).map(({ of }) => of);
}
