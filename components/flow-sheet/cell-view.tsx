// One point as it stands on the flow: its words, what it does, and how it fares. Signs always come with a word (U55).

import { memo } from 'react';
import { useLocale, useTranslations } from 'use-intl/react';
import { nameOf, type People, readable } from '#components/room/scene/people.ts';
import spoken from '#components/ui/spoken.module.css';
import type { FlowCell } from '#lib/model/round/flow.ts';
import { listFormat } from '#lib/words/lists.ts';
import styles from './cell-view.module.css';
import { hasMark } from './writes.ts';

export const CellView = memo(function CellView({ cell, people }: { cell: FlowCell; people: People }) {
  const { point, entry, editors, relation, parent, also } = cell;
  const t = useTranslations('flow.cell');
  const author = nameOf(people, entry.participant);
  return (
    <div
      className={styles.point}
      data-relation={relation}
      data-prep={cell.isPrep}
      data-gone={cell.isStruck || cell.isKicked || point.withdrawn === true}
      data-dropped={cell.isDropped}
      title={author}
    >
      {point.anchor && !point.card && <q dir="auto">{point.anchor.quote}</q>}
      <p dir="auto">
        {relation === 'extends' && <b>{point.body || parent ? `${t('extend')} ` : t('extendAlone')}</b>}
        {relation === 'kicks' && <b>{parent ? `${t('kick')} ` : t('kickAlone')}</b>}
        {point.withdrawn
          ? t('takenBack')
          : readable(
              people,
              point.card?.tag ?? point.body ?? (relation === 'answers' ? '' : (parent?.point.body ?? '')),
            )}
      </p>
      <Signs cell={cell} group={also.filter(({ stance }) => stance !== 'supports').length} />
      {editors.length > 0 && <ChangedBy author={author} editors={editors.map((id) => nameOf(people, id))} />}
      <span className={spoken.only}> {author}</span>
    </div>
  );
});

function ChangedBy({ author, editors }: { author: string; editors: readonly string[] }) {
  const t = useTranslations('flow.cell');
  const names = listFormat(useLocale()).format(editors);
  return (
    <p className={styles.names}>
      {t.rich('changedBy', { author, editors: names, name: (words) => <bdi>{words}</bdi> })}
    </p>
  );
}

function Signs({ cell, group }: { cell: FlowCell; group: number }) {
  const t = useTranslations('flow.sign');
  const words = [
    cell.isPrep && t('prep'),
    hasMark(cell, 'evidence') && t('evidence'),
    hasMark(cell, 'turn') && t('turn'),
    group > 0 && t('group', { count: group + 1 }),
    cell.also.some(({ stance }) => stance === 'supports') && t('crossApplied'),
    cell.isStruck && t('struck'),
    cell.isKicked && t('kicked'),
  ].filter((word) => word !== false);
  if (words.length === 0 && !cell.isDropped) return null;
  return (
    <p className={styles.signs}>
      {cell.isDropped && <strong>{t('dropped')}</strong>}
      {words.map((word) => (
        <span key={word}>{word}</span>
      ))}
    </p>
  );
}
