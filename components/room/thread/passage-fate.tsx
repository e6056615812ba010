// What became of a note's passage in this version of the text: nothing to say while it is exact; else moved, reworded
// with then and now, or gone with its old words and the way to give it others.

import { MapPin, MoveRight, PencilLine, SearchX } from 'lucide-react';
import { Button } from '#components/ui/form/button.tsx';
import { Time } from '#components/ui/time.tsx';
import type { Carried } from '#lib/model/editions/carry.ts';
import type { Anchor, Entry, Point } from '#lib/model/record.ts';
import { anchorOf, type Post } from '#lib/model/threads/thread.ts';
import { useOpenRoom } from '../frame/open-room.ts';
import { usePassages } from '../scene/passages.ts';
import { nameOf } from '../scene/people.ts';
import { placingRight, useScene } from '../scene/scene.ts';
import styles from './passage-fate.module.css';
import { placeNote } from './place-note.ts';
import { shortened, ThenAndNow } from './then-and-now.tsx';

type Looks = { icon: typeof MapPin; label: string; says: string };

const looks: Record<Exclude<Carried['state'], 'exact'>, Looks> = {
  moved: {
    icon: MoveRight,
    label: 'Moved',
    says: 'These words stand elsewhere in this version of the text.',
  },
  reworded: { icon: PencilLine, label: 'Reworded', says: 'This version of the text says it differently.' },
  uncertain: { icon: SearchX, label: 'Words gone', says: 'These words are not in this version of the text.' },
  gone: { icon: SearchX, label: 'Words gone', says: 'These words are not in this version of the text.' },
};

/** The longest passage that is shown whole, in UTF-16 units. */
const mostShown = 600;

/** A quiet word on a card; nothing where the passage is exact. */
export function FateLabel({ post }: { post: Post }) {
  const fate = useFate(post);
  if (!fate || fate.carried.state === 'exact') return null;
  const { icon: Icon, label } = looks[fate.carried.state];
  return (
    <span className={styles.label}>
      <Icon aria-hidden="true" /> {label}
    </span>
  );
}

/** Is there something to say of the passage on a card? */
export function useIsChanged(post: Post): boolean {
  const fate = useFate(post);
  return fate !== null && fate.carried.state !== 'exact';
}

export function PassageFate({ post }: { post: Post }) {
  const fate = useFate(post);
  const { people } = useScene();
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
            <span>
              Placed here by <bdi>{nameOf(people, placedBy.participant)}</bdi>,{' '}
              <Time at={placedBy.acceptedAt ?? placedBy.value.at} />. It was made on:
            </span>
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

function Said({ carried, anchor }: { carried: Exclude<Carried, { state: 'exact' }>; anchor: Anchor }) {
  const { quoteOf } = usePassages().of(anchor);
  const { icon: Icon, label, says } = looks[carried.state];
  return (
    <>
      <p className={styles.says}>
        <Icon aria-hidden="true" />
        <span>
          <b>{label}.</b> {says}
        </span>
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
  const { attention, attend } = useOpenRoom();
  const { describe, quoteOf } = usePassages().of(anchor);
  if (placingRight(scene, entry) === null) return null;
  if (attention.placing === entry.ref)
    return (
      <p className={styles.says} role="status">
        <span>Select the words in the text that this note is about.</span>
        <Button look="quiet" onPress={() => attend({ type: 'place', ref: null })}>
          Cancel
        </Button>
      </p>
    );
  return (
    <>
      {carried.state === 'uncertain' && (
        <>
          <p className={styles.says}>It may be these now:</p>
          <Quote text={quoteOf(carried)} />
        </>
      )}
      <div className={styles.acts}>
        {carried.state === 'uncertain' && (
          <Button onPress={() => placeNote(scene, entry, describe(carried))}>Yes, place it there</Button>
        )}
        <Button
          look={carried.state === 'uncertain' ? 'quiet' : 'plain'}
          onPress={() => attend({ type: 'place', ref: entry.ref })}
        >
          {carried.state === 'uncertain' ? 'Choose other words' : 'Place it on other words'}
        </Button>
      </div>
    </>
  );
}

function useFate(post: Post): { carried: Carried; anchor: Anchor } | null {
  const passages = usePassages();
  const anchor = anchorOf(post);
  return anchor ? { carried: passages.of(anchor).carried(anchor), anchor } : null;
}
