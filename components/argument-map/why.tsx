// Why a point stands as it does, and which one new objection would change that: in plain sentences, each point a way to it.

import { Fragment, type ReactNode, useDeferredValue, useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl/react';
import { useBrief } from '#components/room/card/use-brief.ts';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { nameOf } from '#components/room/scene/people.ts';
import { useScene } from '#components/room/scene/scene.ts';
import { useStandings } from '#components/room/scene/standings.ts';
import { usePlainWords } from '#components/room/thread/late-markdown.tsx';
import {
  type Objection,
  type StandingsOfRoom,
  turningPointsOf,
  whyOf,
} from '#lib/model/argument/standing.ts';
import { partsOf, type Ref } from '#lib/model/record.ts';
import type { Post } from '#lib/model/threads/thread.ts';
import { listFormat } from '#lib/words/lists.ts';
import styles from './panel.module.css';

const mostShown = 6;

type Show = (ref: Ref) => void;

export function Why({ post, onShow }: { post: Post; onShow: Show }) {
  // The words first: what follows from them may take a moment longer.
  const standings = useDeferredValue(useStandings());
  const standing = standings?.of.get(post.ref);
  const t = useTranslations('map.why');
  const standingWords = useTranslations('terms.standing');
  const found = useMemo(
    () =>
      standings && { objections: whyOf(standings, post.ref), turning: turningPointsOf(standings, post.ref) },
    [standings, post.ref],
  );
  if (!standings || !standing || !found) return null;
  const { objections, turning } = found;
  return (
    <section className={styles.why} aria-label={t('label')}>
      <h2>{standingWords(standing)}</h2>
      {objections.length === 0 && <p>{t('none')}</p>}
      {objections.slice(0, mostShown).map((objection) => (
        <p key={objection.by}>
          <ObjectionWords objection={objection} standings={standings} onShow={onShow} />
        </p>
      ))}
      {objections.length > mostShown && <p>{t('more', { count: objections.length - mostShown })}</p>}
      <h2>{t('turning.title')}</h2>
      <TurningPoints of={post.ref} turning={turning} onShow={onShow} />
      <p className={styles.small}>{t('given')}</p>
    </section>
  );
}

function ObjectionWords({
  objection,
  standings,
  onShow,
}: {
  objection: Objection;
  standings: StandingsOfRoom;
  onShow: Show;
}) {
  const t = useTranslations('map.why');
  const locale = useLocale();
  const { people } = useScene();
  const { by, answers } = objection;
  const who = (ref: Ref) => nameOf(people, partsOf(ref).participant);
  const wayTo = (ref: Ref) => (words: ReactNode) => <WayTo of={ref} onShow={onShow} words={words} />;
  const granting = (standings.grantedBy.get(by) ?? []).map((one) => nameOf(people, one));
  return (
    <>
      {t.rich(`objection.${fateOf(objection, standings)}`, {
        who: who(by),
        by: wayTo(by),
        granting: listFormat(locale).format(granting),
        count: granting.length,
      })}
      {answers.map(({ by: answer, stance }) => (
        <Fragment key={`${answer} ${stance}`}>
          {' '}
          {t.rich(`answer.${stance}`, { who: who(answer), by: wayTo(answer) })}
        </Fragment>
      ))}
    </>
  );
}

/** What has become of an objection, as it is told. */
function fateOf({ by, label }: Objection, { grantedBy, of }: StandingsOfRoom) {
  if (label === 'undecided') return 'disputed';
  if (label === 'out') return 'fallen';
  if (grantedBy.has(by)) return 'granted';
  return of.get(by) === 'answered' ? 'answered' : 'open';
}

function TurningPoints({ of, turning, onShow }: { of: Ref; turning: readonly Ref[]; onShow: Show }) {
  const t = useTranslations('map.why');
  const [only, another] = turning;
  if (only === undefined) return <p>{t('turning.none')}</p>;
  if (another === undefined)
    return <p>{only === of ? t('turning.itself') : <OnlyPoint of={only} onShow={onShow} />}</p>;
  return (
    <>
      <p>{t('turning.several')}</p>
      <ul className={styles.turning}>
        {turning.slice(0, mostShown).map((ref) => (
          <li key={ref}>
            {ref === of ? t('turning.listedItself') : <ListedPoint of={ref} onShow={onShow} />}
          </li>
        ))}
      </ul>
      {turning.length > mostShown && <p>{t('more', { count: turning.length - mostShown })}</p>}
    </>
  );
}

function OnlyPoint({ of, onShow }: { of: Ref; onShow: Show }) {
  const t = useTranslations('map.why.turning');
  const words = usePointWords(of);
  return t.rich('one', { words, point: (said) => <WayTo of={of} onShow={onShow} words={said} /> });
}

function ListedPoint({ of, onShow }: { of: Ref; onShow: Show }) {
  return <WayTo of={of} onShow={onShow} words={usePointWords(of)} />;
}

function WayTo({ of, onShow, words }: { of: Ref; onShow: Show; words: ReactNode }) {
  return (
    <button type="button" onClick={() => onShow(of)}>
      {words}
    </button>
  );
}

/** Whose point it is, and its first words. */
function usePointWords(of: Ref): string {
  const { people } = useScene();
  const { discussion } = useOpenRoom();
  const words = usePlainWords(useBrief(discussion.posts.get(of)?.post.entry).words);
  const name = nameOf(people, partsOf(of).participant);
  return words ? `${name}: ${words.length > 60 ? `${words.slice(0, 60)}…` : words}` : name;
}
