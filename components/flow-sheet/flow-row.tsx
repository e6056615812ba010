// One line of the grid. It is drawn again only where one of its cells, or the cursor on it, has changed: what others say
// elsewhere on the sheet costs it nothing.

import { memo } from 'react';
import { useTranslations } from 'use-intl/react';
import type { People } from '#components/room/scene/people.ts';
import type { Ref } from '#lib/model/record.ts';
import type { FlowCell, FlowLine } from '#lib/model/round/flow.ts';
import { benchOf, type Format, type Slot } from '#lib/model/round/format.ts';
import { CellView } from './cell-view.tsx';
import styles from './flow-grid.module.css';
import { newLine, type Spot } from './spot.ts';

type Props = {
  /** Null for the empty one at the end. */
  line: FlowLine | null;
  columns: readonly Slot[];
  format: Format;
  people: People;
  /** The speech that is on. */
  current: string | undefined;
  /** The column of the cursor, where it is on this line. */
  here: number | null;
  /** What is about to be applied elsewhere. */
  picked: Ref | undefined;
  /** For the first place of a sheet on which nothing stands. */
  hint: string;
};

/** How a place is named in the page. */
export function spotId({ line, column }: Spot): string {
  return `${line}:${column}`;
}

/** The place that something in the page belongs to. */
export function spotAt(target: EventTarget): Spot | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-spot]') : null;
  const id = cell?.dataset.spot ?? '';
  const end = id.lastIndexOf(':');
  return end < 0 ? null : { line: id.slice(0, end), column: Number(id.slice(end + 1)) };
}

export const FlowRow = memo(function FlowRow(props: Props) {
  const { line, columns, format, people, current, here, picked, hint } = props;
  return (
    <tr data-first={line?.isFirst ?? true}>
      {columns.map((slot, column) => {
        const cell = line?.cells[column];
        return (
          <GridCell
            key={slot.id}
            id={spotId({ line: line?.key ?? newLine, column })}
            cell={cell}
            slot={slot}
            bench={benchOf(format, slot)}
            people={people}
            isCurrent={slot.id === current}
            isHere={here === column}
            isPicked={cell !== undefined && cell.ref === picked}
            hint={column === 0 ? hint : ''}
          />
        );
      })}
    </tr>
  );
});

type CellProps = {
  id: string;
  cell: FlowCell | undefined;
  slot: Slot;
  bench: 'for' | 'against' | undefined;
  people: People;
  isCurrent: boolean;
  isHere: boolean;
  isPicked: boolean;
  hint: string;
};

function GridCell({ id, cell, slot, bench, people, isCurrent, isHere, isPicked, hint }: CellProps) {
  const t = useTranslations('flow.grid');
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: as the table is a grid
      role="gridcell"
      data-spot={id}
      className={styles.cell}
      data-bench={bench}
      data-current={isCurrent}
      data-picked={isPicked}
      tabIndex={isHere ? 0 : -1}
      aria-selected={isHere}
      aria-label={cell ? undefined : t('empty', { speech: slot.name })}
    >
      {cell ? <CellView cell={cell} people={people} /> : hint && <span className={styles.hint}>{hint}</span>}
    </td>
  );
}
