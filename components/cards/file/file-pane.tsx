// The file with its search and its acts. What a key does to the row it is on, the menu below the tree does, too.

import { Ellipsis, FileUp, MessageSquarePlus } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { useManners } from '#components/ui/device/manners.tsx';
import { IconButton } from '#components/ui/form/button.tsx';
import { Menu } from '#components/ui/over/menu.tsx';
import { MenuItem } from '#components/ui/over/menu-item.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import {
  byOrder,
  filed,
  filedAfter,
  filedBefore,
  type Heading,
  inFileOrder,
  movedUnder,
  stepped,
} from '#lib/model/card/file.ts';
import { depthOf, headingMoved, headingRenamed, headingStepped } from '#lib/model/card/file-headings.ts';
import type { Filing, Ref } from '#lib/model/record.ts';
import type { Slot } from '#lib/model/round/format.ts';
import { leavingCards } from '../word/leaving-cards.ts';
import { WordMenu } from '../word/word-menu.tsx';
import css from './file.module.css';
import { type Drop, FileTree } from './file-tree.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { PutArgumentsDialog } from './put-arguments-dialog.tsx';
import { actsFor, droppedHeading, headingAbove, headingAt, mayMove, nameOf, refsOf } from './row-acts.ts';
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
  const [isPutting, setPutting] = useState(false);
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
    if (on.kind === 'heading') {
      if (on.heading) desk.put(headingMoved(desk.filings, on.heading, heading), 'Moved.');
    } else {
      const next = on.filing
        ? movedUnder(desk.filings, on.filing, heading)
        : filed(desk.filings, on.of, 'file', heading);
      desk.put([next], 'Filed.');
    }
  };
  const drop = (on: Row, { at: target, isAfter }: Drop) => {
    if (on.kind === 'heading') {
      if (on.heading) desk.put(droppedHeading(desk.filings, on.heading, target, isAfter), 'Moved.');
      return;
    }
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
  const putIn = (refs: readonly Ref[]) => {
    let there = desk.filings;
    const next = refs.map((of) => {
      const filing = filed(there, of, 'file', row ? headingAt(row) : {});
      there = [...there, filing].sort(byOrder);
      return filing;
    });
    desk.put(next, refs.length === 1 ? 'Filed.' : `${refs.length} arguments filed.`);
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
    else if (hasKeys && key === 'm' && mayMove(on)) setMoving(on);
    else if (hasKeys && key === 'a') setPutting(true);
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
          <IconButton label="Put arguments into the file" onPress={() => setPutting(true)}>
            <MessageSquarePlus aria-hidden />
          </IconButton>
        )}
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
                <kbd>M</kbd> file under <kbd>S</kbd> to the speech <kbd>A</kbd> arguments
              </>
            )}{' '}
            <kbd>F2</kbd> rename
          </span>
        </div>
      )}
      {moving && (
        <MoveDialog
          what={nameOf(moving, items)}
          filings={desk.filings}
          start={headingAbove(moving)}
          depth={moving.kind === 'item' ? 3 : depthOf(moving.heading ?? {}) - 1}
          onMove={(heading) => moveTo(moving, heading)}
          onClose={() => setMoving(null)}
        />
      )}
      {isPutting && (
        <PutArgumentsDialog
          items={items}
          filed={new Set(desk.filings.map(({ of }) => of))}
          heading={row ? headingAt(row) : {}}
          onFile={putIn}
          onClose={() => setPutting(false)}
        />
      )}
    </section>
  );
}
