'use client';
// The same sheet on a phone: argument by argument, each with what was said to it, by speech. Typing opens in its place.

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useScene } from '#components/room/scene/scene.ts';
import type { OpenRound } from '#components/round/use-round.ts';
import { Button } from '#components/ui/form/button.tsx';
import type { FlowCell } from '#lib/model/round/flow.ts';
import { benchOf } from '#lib/model/round/format.ts';
import { CellView } from './cell-view.tsx';
import type { Desk } from './desk.ts';
import styles from './flow-list.module.css';
import { newLine, spotOf } from './spot.ts';

export function FlowList({ desk, round }: { desk: Desk; round: OpenRound }) {
  const t = useTranslations('flow.list');
  const { sheet } = desk;
  const groups = Map.groupBy(
    sheet.lines.flatMap(({ argument, cells }) => cells.flatMap((cell) => (cell ? [{ argument, cell }] : []))),
    ({ argument }) => argument,
  );
  const inCurrent = sheet.columns.findIndex(({ id }) => id === round.clocks.current?.id);
  const begin = () => {
    desk.goTo({ line: newLine, column: Math.max(0, inCurrent) });
    desk.beginNew();
  };
  return (
    <div className={styles.list} id="flow" role="tabpanel" aria-labelledby={`sheet-${sheet.name}`}>
      {groups.size === 0 && <p className={styles.empty}>{t('empty')}</p>}
      <ol>
        {[...groups.values()].map((group) => (
          <li key={group[0]?.argument}>
            <ol>
              {group.map(({ cell }) => (
                <ListedCell key={cell.ref} cell={cell} desk={desk} round={round} />
              ))}
            </ol>
          </li>
        ))}
      </ol>
      {!desk.editing && (
        <Button onPress={begin}>
          {t('newIn', { speech: sheet.columns[Math.max(0, inCurrent)]?.name ?? '' })}
        </Button>
      )}
    </div>
  );
}

function ListedCell({ cell, desk, round }: { cell: FlowCell; desk: Desk; round: OpenRound }) {
  const t = useTranslations('flow.list');
  const { people } = useScene();
  const spot = spotOf(desk.sheet, cell.ref);
  const go = () => {
    if (spot) desk.goTo(spot);
  };
  return (
    <li className={styles.cell} data-bench={benchOf(round.format, cell.slot)}>
      <span className={styles.speech}>{cell.slot.name}</span>
      {desk.editing?.ref === cell.ref ? (
        <ListedBox desk={desk} />
      ) : (
        <>
          <CellView cell={cell} people={people} />
          <div className={styles.acts}>
            <Button
              look="quiet"
              onPress={() => {
                go();
                desk.answerAcross();
              }}
            >
              {t('answer')}
            </Button>
            {desk.mayChange(cell) && (
              <>
                <Button
                  look="quiet"
                  onPress={() => {
                    go();
                    desk.begin();
                  }}
                >
                  {t('edit')}
                </Button>
                <Button
                  look="quiet"
                  onPress={() => {
                    go();
                    desk.extend();
                  }}
                >
                  {t('extend')}
                </Button>
              </>
            )}
            {cell.isPrep && (
              <Button
                look="quiet"
                onPress={() => {
                  go();
                  desk.sayIt();
                }}
              >
                {t('say')}
              </Button>
            )}
          </div>
        </>
      )}
    </li>
  );
}

function ListedBox({ desk }: { desk: Desk }) {
  const t = useTranslations('flow.list');
  const [text, setText] = useState(desk.editing?.text ?? '');
  return (
    <div className={styles.box}>
      <textarea
        aria-label={t('words')}
        dir="auto"
        value={text}
        maxLength={4000}
        rows={3}
        // biome-ignore lint/a11y/noAutofocus: it was just asked for by a button in its place
        autoFocus
        onChange={(event) => {
          setText(event.target.value);
          desk.save(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) desk.commit(text);
        }}
      />
      <Button look="primary" onPress={() => desk.commit(text)}>
        {t('done')}
      </Button>
    </div>
  );
}
