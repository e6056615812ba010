'use client';
// A sheet as an ARIA grid. One box for typing lies over the cell that is typed in and stays when the cursor goes on, so
// that no key ever falls between two cells.

import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { useScene } from '#components/room/scene/scene.ts';
import { clockFace } from '#components/round/clock-words.ts';
import type { OpenRound } from '#components/round/use-round.ts';
import type { FlowCell, FlowLine } from '#lib/model/round/flow.ts';
import { benchOf, type Format, type Slot } from '#lib/model/round/format.ts';
import { CellView } from './cell-view.tsx';
import type { Desk } from './desk.ts';
import styles from './flow-grid.module.css';
import { altAct, isAnswer, isTyping, isUndo, stepOf } from './keys.ts';
import { newLine, type Spot, spotOf } from './spot.ts';

/** While one types, the words are kept at most this often. */
const saveMs = 1000;

const spotId = ({ line, column }: Spot) => `${line}:${column}`;

export function FlowGrid({ desk, round }: { desk: Desk; round: OpenRound }) {
  const frame = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const { sheet, cursor, editing } = desk;
  const edited = editing && spotOf(sheet, editing.ref);
  useBoxPlace(frame, box, edited ? spotId(edited) : null);
  useFocus(frame, desk, spotId(cursor));
  const typing = useTyping(desk, box);
  const current = round.clocks.current?.id;
  const lines: readonly (FlowLine | null)[] = [...sheet.lines, null];

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (desk.editing ? typing.onKey(event) : onGridKey(event, desk, typing.begin)) event.preventDefault();
  };
  return (
    <div
      className={styles.frame}
      id="flow"
      role="tabpanel"
      aria-labelledby={`sheet-${sheet.name}`}
      ref={frame}
      onKeyDown={onKeyDown}
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table gone about by keys is what ARIA calls a grid
        role="grid"
        aria-label={`${sheet.name}: arguments by speech`}
        className={styles.grid}
        style={{ minInlineSize: `${sheet.columns.length * 11.5}rem` }}
      >
        <thead>
          <tr>
            {sheet.columns.map((slot) => (
              <ColumnHead key={slot.id} slot={slot} format={round.format} isCurrent={slot.id === current} />
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line?.key ?? newLine} data-first={line?.isFirst ?? true}>
              {sheet.columns.map((slot, column) => (
                <GridCell
                  key={slot.id}
                  id={spotId({ line: line?.key ?? newLine, column })}
                  cell={line?.cells[column]}
                  slot={slot}
                  bench={benchOf(round.format, slot)}
                  isCurrent={slot.id === current}
                  isHere={cursor.line === (line?.key ?? newLine) && cursor.column === column}
                  isPicked={line?.cells[column] !== undefined && desk.picked?.ref === line.cells[column]?.ref}
                  hint={line === null && column === 0 && sheet.size === 0 ? 'Type the first argument' : ''}
                  onPress={() => {
                    typing.end();
                    desk.goTo({ line: line?.key ?? newLine, column });
                  }}
                  onType={() => typing.begin()}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <textarea
        ref={box}
        className={styles.box}
        data-open={editing !== null}
        dir="auto"
        tabIndex={-1}
        maxLength={4000}
        aria-label={editing ? boxLabel(desk) : 'Words of the cell'}
        aria-hidden={editing === null}
        onInput={typing.onInput}
        onBlur={typing.end}
      />
    </div>
  );
}

function boxLabel(desk: Desk): string {
  const { sheet, editing } = desk;
  const spot = editing && spotOf(sheet, editing.ref);
  const cell = spot && sheet.lines.find(({ key }) => key === spot.line)?.cells[spot.column];
  if (!cell) return 'Words of the cell';
  const under = cell.parent?.point.body;
  return `${cell.slot.name}${under ? `, answering “${under.slice(0, 80)}”` : ', a new argument'}`;
}

function ColumnHead({ slot, format, isCurrent }: { slot: Slot; format: Format; isCurrent: boolean }) {
  return (
    <th
      scope="col"
      className={styles.column}
      data-bench={benchOf(format, slot)}
      data-current={isCurrent}
      aria-current={isCurrent ? 'step' : undefined}
    >
      {slot.name}
      <span>{isCurrent ? 'now' : clockFace(slot.seconds * 1000)}</span>
    </th>
  );
}

type CellProps = {
  id: string;
  cell: FlowCell | undefined;
  slot: Slot;
  bench: 'for' | 'against' | undefined;
  isCurrent: boolean;
  isHere: boolean;
  isPicked: boolean;
  hint: string;
  onPress: () => void;
  onType: () => void;
};

function GridCell({ id, cell, slot, bench, isCurrent, isHere, isPicked, hint, onPress, onType }: CellProps) {
  const { people } = useScene();
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
      aria-label={cell ? undefined : `${slot.name}, empty`}
      onMouseDown={onPress}
      onDoubleClick={onType}
    >
      {cell ? <CellView cell={cell} people={people} /> : hint && <span className={styles.hint}>{hint}</span>}
    </td>
  );
}

/** Keys while one goes about; true where the key was ours. */
function onGridKey(event: KeyboardEvent, desk: Desk, begin: () => void): boolean {
  const act = altAct(event);
  if (act) {
    act(desk);
    return true;
  }
  if (isUndo(event)) return desk.undo() || true;
  if (isAnswer(event)) {
    if (desk.answerAcross()) begin();
    return true;
  }
  const step = stepOf(event);
  if (step) {
    desk.step(...step);
    return true;
  }
  switch (event.key) {
    case 'Tab':
      return desk.next(event.shiftKey ? -1 : 1);
    case 'Enter':
    case 'F2':
      begin();
      return true;
    case 'Delete':
    case 'Backspace':
      return desk.strike() || true;
    case 'Escape':
      document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
      return true;
    default:
      // The key itself is not taken: it types its letter into the box, which has the focus by then.
      if (isTyping(event)) begin();
      return false;
  }
}

/** The box over the cells: what goes into it, when it is kept, and which keys leave it. */
function useTyping(desk: Desk, box: React.RefObject<HTMLTextAreaElement | null>) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const end = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (desk.editing) desk.commit(box.current?.value ?? '');
  };
  const latest = useRef(end);
  latest.current = end;
  useEffect(() => {
    const keep = () => latest.current();
    addEventListener('pagehide', keep);
    addEventListener('beforeunload', keep, { capture: true });
    return () => {
      removeEventListener('pagehide', keep);
      removeEventListener('beforeunload', keep, { capture: true });
      keep();
    };
  }, []);

  /** Opens the box where the cursor is, or on the cell that was just begun. */
  const begin = () => {
    if (!desk.editing && !desk.begin()) return;
    const element = box.current;
    if (!element || !desk.editing) return;
    element.value = desk.editing.text;
    element.focus({ preventScroll: true });
    element.setSelectionRange(element.value.length, element.value.length);
  };
  /** After a key that leaves a cell: on an empty place typing goes on at once. */
  const goOn = () => {
    if (desk.cell) return;
    begin();
  };
  const onInput = () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      desk.save(box.current?.value ?? '');
    }, saveMs);
  };
  const onKey = (event: KeyboardEvent): boolean => {
    const act = altAct(event);
    if (act) {
      end();
      act(desk);
      return true;
    }
    if (isAnswer(event)) {
      end();
      if (desk.answerAcross()) begin();
      return true;
    }
    switch (event.key) {
      case 'Tab': {
        end();
        const went = desk.next(event.shiftKey ? -1 : 1);
        if (went) goOn();
        return went;
      }
      case 'Enter':
        if (event.shiftKey) return false;
        end();
        desk.step(1, 0);
        goOn();
        return true;
      case 'Escape':
        end();
        return true;
      default:
        return false;
    }
  };
  return { begin, end, onInput, onKey };
}

/** Lays the box over the cell that is typed in, wherever that has moved to. */
function useBoxPlace(
  frame: React.RefObject<HTMLDivElement | null>,
  box: React.RefObject<HTMLTextAreaElement | null>,
  spot: string | null,
): void {
  useLayoutEffect(() => {
    const cell = spot && frame.current?.querySelector<HTMLElement>(`[data-spot="${CSS.escape(spot)}"]`);
    if (!cell || !box.current || !frame.current) return;
    const { style } = box.current;
    const at = cell.getBoundingClientRect();
    const from = frame.current.getBoundingClientRect();
    style.left = `${at.left - from.left + frame.current.scrollLeft}px`;
    style.top = `${at.top - from.top + frame.current.scrollTop}px`;
    style.inlineSize = `${at.width}px`;
    style.minBlockSize = `${at.height}px`;
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
}

/** The focus follows the cursor while it is in the grid, and comes back to it when typing ends. */
function useFocus(frame: React.RefObject<HTMLDivElement | null>, desk: Desk, spot: string): void {
  const isTypingNow = desk.editing !== null;
  useLayoutEffect(() => {
    const here = document.activeElement;
    if (isTypingNow || !frame.current?.contains(here)) return;
    const cell = frame.current.querySelector<HTMLElement>(`[data-spot="${CSS.escape(spot)}"]`);
    if (cell && cell !== here) cell.focus({ preventScroll: false });
  }, [frame, isTypingNow, spot]);
}
