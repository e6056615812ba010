'use client';
// A sheet as an ARIA grid. One box for typing lies over the cell that is typed in and stays when the cursor goes on, so
// that no key ever falls between two cells.

import { type KeyboardEvent, useRef } from 'react';
import { useTranslations } from 'use-intl/react';
import { useScene } from '#components/room/scene/scene.ts';
import { clockFace } from '#components/round/clock-words.ts';
import type { OpenRound } from '#components/round/use-round.ts';
import type { FlowLine } from '#lib/model/round/flow.ts';
import { benchOf, type Format, type Slot } from '#lib/model/round/format.ts';
import type { Desk } from './desk.ts';
import styles from './flow-grid.module.css';
import { FlowRow, spotAt, spotId } from './flow-row.tsx';
import { onGridKey, useFocus } from './grid-keys.ts';
import { newLine, spotOf } from './spot.ts';
import { useBoxPlace, useTyping } from './use-typing.ts';

export function FlowGrid({ desk, round }: { desk: Desk; round: OpenRound }) {
  const frame = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const { people } = useScene();
  const t = useTranslations('flow.grid');
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
        aria-label={t('label', { sheet: sheet.name })}
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
        <tbody
          onMouseDown={({ target }) => {
            const spot = spotAt(target);
            if (!spot) return;
            typing.end();
            desk.goTo(spot);
          }}
          onDoubleClick={({ target }) => spotAt(target) && typing.begin()}
        >
          {lines.map((line) => (
            <FlowRow
              key={line?.key ?? newLine}
              line={line}
              columns={sheet.columns}
              format={round.format}
              people={people}
              current={current}
              here={cursor.line === (line?.key ?? newLine) ? cursor.column : null}
              picked={desk.picked?.ref}
              hint={line === null && sheet.size === 0 ? t('first') : ''}
            />
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
        aria-label={editing ? boxLabel(desk, t) : t('words')}
        aria-hidden={editing === null}
        onInput={typing.onInput}
        onBlur={typing.end}
      />
    </div>
  );
}

type GridWords = ReturnType<typeof useTranslations<'flow.grid'>>;

function boxLabel(desk: Desk, t: GridWords): string {
  const { sheet, editing } = desk;
  const spot = editing && spotOf(sheet, editing.ref);
  const cell = spot && sheet.lines.find(({ key }) => key === spot.line)?.cells[spot.column];
  if (!cell) return t('words');
  const under = cell.parent?.point.body;
  const speech = cell.slot.name;
  return under ? t('answering', { speech, words: under.slice(0, 80) }) : t('newArgument', { speech });
}

function ColumnHead({ slot, format, isCurrent }: { slot: Slot; format: Format; isCurrent: boolean }) {
  const t = useTranslations('flow.grid');
  return (
    <th
      scope="col"
      className={styles.column}
      data-bench={benchOf(format, slot)}
      data-current={isCurrent}
      aria-current={isCurrent ? 'step' : undefined}
    >
      {slot.name}
      <span>{isCurrent ? t('now') : clockFace(slot.seconds * 1000)}</span>
    </th>
  );
}
