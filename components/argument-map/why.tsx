// Why a point stands as it does, and which one new objection would change that: in plain sentences, each point a way to it.

import { Fragment, useDeferredValue, useMemo } from 'react';
import { useBrief } from '#components/room/card/use-brief.ts';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { nameOf } from '#components/room/scene/people.ts';
import { useScene } from '#components/room/scene/scene.ts';
import { useStandings } from '#components/room/scene/standings.ts';
import { usePlainWords } from '#components/room/thread/late-markdown.tsx';
import { standingWords } from '#components/room/thread/standing-mark.tsx';
import {
  type Objection,
  type StandingsOfRoom,
  turningPointsOf,
  whyOf,
} from '#lib/model/argument/standing.ts';
import { partsOf, type Ref } from '#lib/model/record.ts';
import type { Post } from '#lib/model/threads/thread.ts';
import styles from './panel.module.css';

const mostShown = 6;

type Show = (ref: Ref) => void;

export function Why({ post, onShow }: { post: Post; onShow: Show }) {
  // The words first: what follows from them may take a moment longer.
  const standings = useDeferredValue(useStandings());
  const standing = standings?.of.get(post.ref);
  const found = useMemo(
    () =>
      standings && { objections: whyOf(standings, post.ref), turning: turningPointsOf(standings, post.ref) },
    [standings, post.ref],
  );
  if (!standings || !standing || !found) return null;
  const { objections, turning } = found;
  return (
    <section className={styles.why} aria-label="Standing">
      <h2>{standingWords[standing]}</h2>
      {objections.length === 0 && <p>Nobody has objected so far.</p>}
      {objections.slice(0, mostShown).map((objection) => (
        <p key={objection.by}>
          <ObjectionWords objection={objection} standings={standings} onShow={onShow} />
        </p>
      ))}
      {objections.length > mostShown && <p>And {objections.length - mostShown} more.</p>}
      <h2>What would change that</h2>
      <TurningPoints of={post.ref} turning={turning} onShow={onShow} />
      <p className={styles.small}>Given what has been said so far. It does not say who is right.</p>
    </section>
  );
}

function ObjectionWords({
  objection: { by, label, answers },
  standings,
  onShow,
}: {
  objection: Objection;
  standings: StandingsOfRoom;
  onShow: Show;
}) {
  const { people } = useScene();
  const granted = standings.grantedBy.get(by)?.map((who) => nameOf(people, who));
  return (
    <>
      <Name of={by} onShow={onShow} /> disagrees
      {label === 'in' &&
        (granted
          ? `, and ${granted.join(' and ')} grants it.`
          : standings.of.get(by) === 'answered'
            ? ', and what was said against that has been answered.'
            : ', and nobody has answered that.')}
      {label === 'undecided' && '; what answers that is disputed itself.'}
      {answers.map(({ by: answer, stance }, i) => (
        <Fragment key={`${answer} ${stance}`}>
          {i === 0 ? '. ' : i === answers.length - 1 ? ', and ' : ', '}
          <Name of={answer} onShow={onShow} />
          {stance === 'rebuts' ? ' has answered' : ' says it does not follow'}
        </Fragment>
      ))}
      {answers.length > 0 && '.'}
    </>
  );
}

function TurningPoints({ of, turning, onShow }: { of: Ref; turning: readonly Ref[]; onShow: Show }) {
  if (turning.length === 0) return <p>No single new objection would.</p>;
  return (
    <>
      <p>
        One new objection to {turning.length === 1 ? '' : 'any of these:'}
        {turning.length === 1 && turning[0] === of && 'the point itself.'}
        {turning.length === 1 && turning[0] && turning[0] !== of && <Point of={turning[0]} onShow={onShow} />}
      </p>
      {turning.length > 1 && (
        <ul className={styles.turning}>
          {turning.slice(0, mostShown).map((ref) => (
            <li key={ref}>{ref === of ? 'the point itself' : <Point of={ref} onShow={onShow} />}</li>
          ))}
        </ul>
      )}
      {turning.length > mostShown && <p>And {turning.length - mostShown} more.</p>}
    </>
  );
}

function Name({ of, onShow }: { of: Ref; onShow: Show }) {
  const { people } = useScene();
  return (
    <button type="button" onClick={() => onShow(of)}>
      {nameOf(people, partsOf(of).participant)}
    </button>
  );
}

function Point({ of, onShow }: { of: Ref; onShow: Show }) {
  const { people } = useScene();
  const { discussion } = useOpenRoom();
  const words = usePlainWords(useBrief(discussion.postOf.get(of)?.entry).words);
  const name = nameOf(people, partsOf(of).participant);
  return (
    <button type="button" onClick={() => onShow(of)}>
      {words ? `${name}: ${words.length > 60 ? `${words.slice(0, 60)}…` : words}` : name}
    </button>
  );
}
