// The file with its search and its acts. What a key does to the row it is on, the menu below the tree does, too.

import { Ellipsis, FileUp, MessageSquarePlus } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl/react';
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
  const t = useTranslations('cards.file');
  const { desk, items, rows, speech, open, search } = props;
  const [at, setAt] = useState<string | null>(null);
  const [renaming, setRenaming] = useState<string | null>(null);
  const [moving, setMoving] = useState<Row | null>(null);
  const [isPutting, setPutting] = useState(false);
  const hasKeys = useManners().keys;
  const row = rows.find(({ key }) => key === at) ?? rows[0];

  const step = (on: Row, by: -1 | 1) => {
    if (on.kind === 'heading') {
      if (on.heading) desk.put(headingStepped(desk.filings, on.heading, by), t('moved'));
      return;
    }
    const moved = on.filing && stepped(desk.filings, on.of, by);
    if (moved) desk.put([moved], t('moved'));
  };
  const moveTo = (on: Row, heading: Heading) => {
    if (on.kind === 'heading') {
      if (on.heading) desk.put(headingMoved(desk.filings, on.heading, heading), t('moved'));
    } else {
      const next = on.filing
        ? movedUnder(desk.filings, on.filing, heading)
        : filed(desk.filings, on.of, 'file', heading);
      desk.put([next], t('filed', { count: 1 }));
    }
  };
  const drop = (on: Row, { at: target, isAfter }: Drop) => {
    if (on.kind === 'heading') {
      if (on.heading) desk.put(droppedHeading(desk.filings, on.heading, target, isAfter), t('moved'));
      return;
    }
    if (target.kind === 'heading') {
      if (target.heading) moveTo(on, target.heading);
      return;
    }
    if (!target.filing) return;
    const moved = on.filing ?? filed(desk.filings, on.of, 'file');
    const place = isAfter ? filedAfter : filedBefore;
    desk.put([place(desk.filings, moved, target.filing)], t('moved'));
  };
  const send = (on: Row) => {
    if (!speech) return showToast(t('noSpeeches'));
    const into = `speech:${speech.id}` as const;
    let there: readonly Filing[] = desk.in(into);
    const next = refsOf(on, desk.filings)
      .filter((of) => !there.some((one) => one.of === of))
      .map((of) => {
        const filing = filed(there, of, into);
        there = [...there, filing];
        return filing;
      });
    if (next.length === 0) showToast(t('sentBefore', { speech: speech.name }));
    desk.put(next, t('sent', { speech: speech.name }));
  };
  const putIn = (refs: readonly Ref[]) => {
    let there = desk.filings;
    const next = refs.map((of) => {
      const filing = filed(there, of, 'file', row ? headingAt(row) : {});
      there = [...there, filing].sort(byOrder);
      return filing;
    });
    desk.put(next, t('filed', { count: refs.length }));
  };
  const takeOut = (on: Row) => {
    if (on.kind === 'item' && on.filing) desk.put([{ ...on.filing, removed: true }], t('takenOut'));
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
      desk.put(headingRenamed(desk.filings, on.heading, name), t('renamed', { name }));
  };
  return (
    <section className={css.pane} aria-label={t('pane')}>
      <div className={css.tools}>
        <input
          type="search"
          aria-label={t('find')}
          placeholder={t('find')}
          value={search}
          onChange={({ target }) => props.onSearch(target.value)}
        />
        <WordMenu
          shapes={['full', 'read-aloud']}
          cards={() => leavingCards(inFileOrder(desk.filings), items.of)}
        />
        {desk.mayWrite && (
          <IconButton label={t('putArguments')} onPress={() => setPutting(true)}>
            <MessageSquarePlus aria-hidden />
          </IconButton>
        )}
        {desk.mayWrite && (
          <IconButton label={t('bringIn')} onPress={props.onArrive}>
            <FileUp aria-hidden />
          </IconButton>
        )}
        <p className={css.whose}>{t(`whose.${desk.place}`)}</p>
      </div>
      {rows.length === 0 ? (
        <p className={css.none}>{t('notFound')}</p>
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
          <Menu
            label={t('actsOn', { name: nameOf(row, items) ?? t('thisCard') })}
            face={<Ellipsis aria-hidden />}
          >
            {actsFor(row, { step, send, takeOut, move: setMoving, rename: setRenaming, speech }, t).map(
              ({ label, run }) => (
                <MenuItem key={label} onAction={run}>
                  {label}
                </MenuItem>
              ),
            )}
          </Menu>
          <span>
            {t.rich('keys.move', { key })} {hasKeys && t.rich('keys.acts', { key })}{' '}
            {t.rich('keys.rename', { key })}
          </span>
        </div>
      )}
      {moving && (
        <MoveDialog
          what={nameOf(moving, items) ?? t('thisCard')}
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

const key = (sign: ReactNode) => <kbd>{sign}</kbd>;
