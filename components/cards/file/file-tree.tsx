// The file as an ARIA tree: one row in the tab order, arrows between them, only those near the sight in the page. What a
// drag does, keys and the row's menu do, too.

import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronDown, ChevronRight, FileText, MessageSquare } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useCiteWords } from '#components/room/card/use-cite-words.ts';
import spoken from '#components/ui/spoken.module.css';
import { shortCite } from '#lib/model/card/cite.ts';
import { levels } from '#lib/model/card/file.ts';
import { depthOf } from '#lib/model/card/file-headings.ts';
import type { Ref } from '#lib/model/record.ts';
import css from './file.module.css';
import { type HeadingRow, movedRow, type Row } from './rows.ts';
import type { Item } from './use-items.ts';

export type Drop = { at: Row; isAfter: boolean };

type Props = {
  rows: readonly Row[];
  itemOf: (of: Ref) => Item | undefined;
  /** The row that the keys are on. */
  at: string | null;
  open: Ref | null;
  mayWrite: boolean;
  /** The heading that is being renamed. */
  renaming: string | null;
  onAt: (key: string) => void;
  onOpen: (of: Ref) => void;
  onFold: (row: HeadingRow, isFolded: boolean) => void;
  onDrop: (row: Row, drop: Drop) => void;
  onRename: (row: HeadingRow, name: string | null) => void;
  /** Keys that change something; false for a key that means nothing. */
  onKey: (row: Row, event: KeyboardEvent) => boolean;
};

const rowPx = 44;

/** Puts the focus on the row of the file that Tab enters at. */
export function focusFile(): void {
  document.querySelector<HTMLElement>('[role="tree"] [tabindex="0"]')?.focus();
}

export function FileTree(props: Props) {
  'use no memo';
  const t = useTranslations('cards.file');
  const { rows, at, open } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const takesFocus = useRef(false);
  const [target, setTarget] = useState<{ key: string; isAfter: boolean } | null>(null);
  const dragged = useRef<Row | null>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 12,
    initialRect: { width: 400, height: 800 },
  });
  const stop = rows.some(({ key }) => key === at) ? at : (rows[0]?.key ?? null);
  const index = rows.findIndex(({ key }) => key === stop);
  useEffect(() => {
    if (!takesFocus.current || index < 0) return;
    takesFocus.current = false;
    virtual.scrollToIndex(index, { align: 'auto' });
    // The row may come into the page only with the scroll.
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')?.focus(),
    );
  });

  const press = (row: Row) => {
    props.onAt(row.key);
    if (row.kind === 'item') props.onOpen(row.of);
    else props.onFold(row, !row.isFolded);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const row = rows[index];
    if (!row || (event.target as HTMLElement).matches('input')) return;
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey;
    const move = isPlain && !event.shiftKey ? movedRow(rows, row.key, event.key) : null;
    if (isPlain && (event.key === 'Enter' || event.key === ' ')) press(row);
    else if (move) {
      if (move.fold !== undefined && row.kind === 'heading') props.onFold(row, move.fold);
      if (move.to) {
        takesFocus.current = true;
        props.onAt(move.to);
      }
    } else if (props.onKey(row, event)) takesFocus.current = true;
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onDragOver = (event: DragEvent<HTMLElement>, row: Row) => {
    if (!dragged.current || dragged.current.key === row.key) return;
    event.preventDefault();
    const box = event.currentTarget.getBoundingClientRect();
    const isAfter = event.clientY > box.top + box.height / 2;
    if (target?.key !== row.key || target.isAfter !== isAfter) setTarget({ key: row.key, isAfter });
  };
  const drop = (row: Row) => {
    if (dragged.current && target) props.onDrop(dragged.current, { at: row, isAfter: target.isAfter });
    dragged.current = null;
    setTarget(null);
  };
  return (
    <div ref={scroller} className={css.scroller}>
      <div
        role="tree"
        aria-label={t('tree')}
        className={css.tree}
        style={{ blockSize: virtual.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {virtual.getVirtualItems().map(({ index: i, start }) => {
          const row = rows[i];
          if (!row) return null;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it hears the keys of all its rows.
            <div
              key={row.key}
              role="treeitem"
              data-key={row.key}
              className={css.row}
              data-kind={row.kind}
              data-drop={target?.key === row.key ? (target.isAfter ? 'after' : 'before') : undefined}
              style={{ transform: `translateY(${start}px)`, '--level': row.level } as React.CSSProperties}
              tabIndex={row.key === stop ? 0 : -1}
              aria-level={row.level}
              aria-selected={row.kind === 'item' && row.of === open}
              aria-expanded={row.kind === 'heading' ? !row.isFolded : undefined}
              draggable={
                props.mayWrite && props.renaming !== row.key && (row.kind === 'item' || row.heading !== null)
              }
              onClick={() => press(row)}
              onDragStart={(event) => {
                dragged.current = row;
                event.dataTransfer.effectAllowed = 'move';
              }}
              onDragOver={(event) => onDragOver(event, row)}
              onDragEnd={() => setTarget(null)}
              onDrop={() => drop(row)}
            >
              {row.kind === 'heading' ? (
                <HeadingFace
                  row={row}
                  isRenaming={props.renaming === row.key}
                  onRename={(name) => {
                    takesFocus.current = true;
                    props.onRename(row, name);
                  }}
                />
              ) : (
                <ItemFace item={props.itemOf(row.of)} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Which level a heading is of; none for that of what is not filed. */
function levelOf({ heading }: HeadingRow): (typeof levels)[number] | undefined {
  return heading ? levels[depthOf(heading) - 1] : undefined;
}

function HeadingFace(props: {
  row: HeadingRow;
  isRenaming: boolean;
  onRename: (name: string | null) => void;
}) {
  const t = useTranslations('cards.file');
  const { row, isRenaming, onRename } = props;
  const level = levelOf(row);
  const Fold = row.isFolded ? ChevronRight : ChevronDown;
  return (
    <>
      <Fold aria-hidden />
      {isRenaming && level ? (
        <input
          aria-label={t(`nameOfLevel.${level}`)}
          defaultValue={row.name}
          maxLength={200}
          // biome-ignore lint/a11y/noAutofocus: it was just asked for
          autoFocus
          onClick={(event) => event.stopPropagation()}
          onBlur={() => onRename(null)}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key === 'Enter') onRename(event.currentTarget.value.trim() || null);
            else if (event.key === 'Escape') onRename(null);
          }}
        />
      ) : (
        <b dir="auto">{row.name}</b>
      )}
      <small>
        {level && <span className={spoken.only}>{t(`level.${level}`)}, </span>}
        {row.count}
      </small>
    </>
  );
}

const ItemFace = memo(function ItemFace({ item }: { item: Item | undefined }) {
  const t = useTranslations('cards.file');
  const words = useCiteWords();
  const Icon = item?.card ? FileText : MessageSquare;
  return (
    <>
      <Icon aria-hidden />
      <span className={css.tag} dir="auto">
        {item?.words || t('noWords')}
      </span>
      {item?.card && <small dir="auto">{shortCite(item.card.cite, words)}</small>}
    </>
  );
});
