// One point as it stands on the flow: its words, what it does, and how it fares. Signs always come with a word (U55).

import { memo } from 'react';
import { nameOf, type People, readable } from '#components/room/scene/people.ts';
import spoken from '#components/ui/spoken.module.css';
import type { FlowCell } from '#lib/model/round/flow.ts';
import styles from './cell-view.module.css';
import { hasMark } from './writes.ts';

export const CellView = memo(function CellView({ cell, people }: { cell: FlowCell; people: People }) {
  const { point, entry, editors, relation, parent, also } = cell;
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
        {relation === 'extends' && <b>Extend{point.body || parent ? ': ' : ''}</b>}
        {relation === 'kicks' && <b>Kick{parent ? ': ' : ''}</b>}
        {point.withdrawn
          ? 'Taken back'
          : readable(
              people,
              point.card?.tag ?? point.body ?? (relation === 'answers' ? '' : (parent?.point.body ?? '')),
            )}
      </p>
      <Signs cell={cell} group={also.filter(({ stance }) => stance !== 'supports').length} />
      {editors.length > 0 && (
        <p className={styles.names}>
          <bdi>{author}</bdi>, changed by <bdi>{editors.map((id) => nameOf(people, id)).join(' and ')}</bdi>
        </p>
      )}
      <span className={spoken.only}> {author}</span>
    </div>
  );
});

function Signs({ cell, group }: { cell: FlowCell; group: number }) {
  const words = [
    cell.isPrep && 'Prep',
    hasMark(cell, 'evidence') && 'Evidence',
    hasMark(cell, 'turn') && 'Turn',
    group > 0 && `Answers ${group + 1}`,
    cell.also.some(({ stance }) => stance === 'supports') && 'Cross-applied',
    cell.isStruck && 'Struck',
    cell.isKicked && 'Kicked',
  ].filter((word) => word !== false);
  if (words.length === 0 && !cell.isDropped) return null;
  return (
    <p className={styles.signs}>
      {cell.isDropped && <strong>Dropped</strong>}
      {words.map((word) => (
        <span key={word}>{word}</span>
      ))}
    </p>
  );
}
