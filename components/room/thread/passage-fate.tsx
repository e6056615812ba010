// What became of a note's passage in this version of the text: nothing to say while it is exact; else moved, reworded
// with then and now, or gone with its old words and the way to give it others.

import { MapPin } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/form/button.tsx';
import { Time } from '#components/ui/time.tsx';
import type { Carried } from '#lib/model/editions/carry.ts';
import type { Anchor, Entry, Point } from '#lib/model/record.ts';
import type { Post } from '#lib/model/threads/thread.ts';
import { useOpenRoom } from '../frame/open-room.ts';
import { useAttention } from '../frame/use-attention.ts';
import { usePassages } from '../scene/passages.ts';
import { nameOf } from '../scene/people.ts';
import { placingRight, useScene } from '../scene/scene.ts';
import { fateIcons, fateOf, useFate } from './fate-label.tsx';
import styles from './passage-fate.module.css';
import { usePlaceNote } from './place-note.ts';
import { shortened } from './shortened.ts';

// Few passages are reworded, and telling how takes a comparison word by word.
const ThenAndNow = dynamic(() => import('./then-and-now.tsx').then((module) => module.ThenAndNow));

/** The longest passage that is shown whole, in UTF-16 units. */
const mostShown = 600;

export function PassageFate({ post }: { post: Post }) {
  const fate = useFate(post);
  const { entry, placedBy } = post;
  if (!fate || !entry || entry.value.withdrawn) return null;
  const { carried, anchor } = fate;
  if (carried.state === 'exact' && !placedBy) return null;
  return (
    <div className={styles.fate}>
      {placedBy && entry.value.anchor && (
        <>
          <p className={styles.says}>
            <MapPin aria-hidden="true" />
            <PlacedHere by={placedBy} />
          </p>
          <Quote text={entry.value.anchor.quote} />
        </>
      )}
      {carried.state !== 'exact' && <Said carried={carried} anchor={anchor} />}
      {(carried.state === 'gone' || carried.state === 'uncertain') && (
        <Placing entry={entry} anchor={anchor} carried={carried} />
      )}
    </div>
  );
}

function PlacedHere({ by }: { by: NonNullable<Post['placedBy']> }) {
  const { people } = useScene();
  const t = useTranslations('thread.fate');
  const at = by.acceptedAt ?? by.value.at;
  return (
    <span>
      {t.rich('placedHere', {
        who: nameOf(people, by.participant),
        at,
        name: (words) => <bdi>{words}</bdi>,
        time: () => <Time at={at} />,
      })}
    </span>
  );
}

function Said({ carried, anchor }: { carried: Exclude<Carried, { state: 'exact' }>; anchor: Anchor }) {
  const { quoteOf } = usePassages().of(anchor);
  const t = useTranslations('thread.fate');
  const state = fateOf(carried.state);
  const Icon = fateIcons[state];
  return (
    <>
      <p className={styles.says}>
        <Icon aria-hidden="true" />
        <span>{t.rich(`${state}.says`, { b: (words) => <b>{words}</b> })}</span>
      </p>
      {carried.state === 'reworded' && (
        <ThenAndNow then={anchor.quote} now={quoteOf(carried)} most={mostShown} isQuoted />
      )}
      {(carried.state === 'gone' || carried.state === 'uncertain') && <Quote text={anchor.quote} />}
    </>
  );
}

function Quote({ text }: { text: string }) {
  return (
    <blockquote className={styles.quote} dir="auto">
      {shortened(text, mostShown)}
    </blockquote>
  );
}

type PlacingProps = { entry: Entry<Point>; anchor: Anchor; carried: Carried };

function Placing({ entry, anchor, carried }: PlacingProps) {
  const scene = useScene();
  const t = useTranslations('thread.fate');
  const ui = useTranslations('ui.act');
  const place = usePlaceNote();
  const { attend } = useOpenRoom();
  const { placing } = useAttention();
  const { describe, quoteOf } = usePassages().of(anchor);
  if (placingRight(scene, entry) === null) return null;
  if (placing === entry.ref)
    return (
      <p className={styles.says} role="status">
        <span>{t('select')}</span>
        <Button look="quiet" onPress={() => attend({ type: 'place', ref: null })}>
          {ui('cancel')}
        </Button>
      </p>
    );
  return (
    <>
      {carried.state === 'uncertain' && (
        <>
          <p className={styles.says}>{t('maybe')}</p>
          <Quote text={quoteOf(carried)} />
        </>
      )}
      <div className={styles.acts}>
        {carried.state === 'uncertain' && (
          <Button onPress={() => place(entry, describe(carried))}>{t('placeThere')}</Button>
        )}
        <Button
          look={carried.state === 'uncertain' ? 'quiet' : 'plain'}
          onPress={() => attend({ type: 'place', ref: entry.ref })}
        >
          {t(carried.state === 'uncertain' ? 'placeElsewhere' : 'place')}
        </Button>
      </div>
    </>
  );
}
