// Answering a point: a stance, words, and perhaps a passage of one's own. Closed it is one line of chips.

import type { CSSProperties } from 'react';
import { type Entry, type Point, parentOf, type Ref, type Stance, stances } from '#lib/model/record.ts';
import type { Draft } from '#lib/sync/device/drafts.ts';
import { answerLink } from '../scene/acts.ts';
import { draftedPassage, usePassages } from '../scene/passages.ts';
import { nameOf } from '../scene/people.ts';
import { placeAmong, placesFor, useScene } from '../scene/scene.ts';
import { stanceLooks } from '../scene/stances.ts';
import styles from './answer-box.module.css';
import { Composer } from './composer.tsx';
import { answerTarget, useDraft } from './use-draft.ts';

/** The stances that make sense against a point: an undercut attacks a step, so there must be one. */
export function stancesFor(to: Entry<Point>): readonly Stance[] {
  return parentOf(to.value) ? stances : stances.filter((stance) => stance !== 'undercuts');
}

export function AnswerInvitation({ to, onOpen }: { to: Entry<Point>; onOpen: (stance?: Stance) => void }) {
  const { people, me } = useScene();
  const isMine = to.participant === me.participant;
  const name = isMine ? 'your own note' : nameOf(people, to.participant);
  return (
    <div className={styles.invitation}>
      <button type="button" className={styles.line} onClick={() => onOpen()}>
        Answer <bdi>{name}</bdi>
      </button>
      <ul aria-label={`Answer ${name} with`}>
        {stancesFor(to).map((stance) => {
          const { icon: Icon, act, color } = stanceLooks[stance];
          return (
            <li key={stance}>
              <button type="button" style={{ '--c': color } as CSSProperties} onClick={() => onOpen(stance)}>
                <Icon aria-hidden="true" />
                {act}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

type Props = {
  to: Entry<Point>;
  stance: Stance | undefined;
  autoFocus: boolean;
  /** With the new answer's name, or null where it was given up. */
  onDone: (posted: Ref | null) => void;
};

export function AnswerComposer({ to, stance, autoFocus, onDone }: Props) {
  const scene = useScene();
  const passages = usePassages();
  // What few see is answered where the same few see it.
  const at = scene.placeOf(to.ref);
  const places = at === 'room' ? placesFor(scene, to.ref) : [at];
  const empty: Draft = {
    body: '',
    kind: stance === 'asks' ? 'question' : 'comment',
    place: placeAmong(places),
    ...(stance ? { stance } : {}),
  };
  const [kept, setDraft] = useDraft(answerTarget(to), empty);
  const draft = { ...kept, place: placeAmong(places, kept.place) };
  const passage = draftedPassage(draft, passages);
  const name = to.participant === scene.me.participant ? 'yourself' : nameOf(scene.people, to.participant);

  const post = async () => {
    if (!draft.stance) return;
    const posted = await scene.acts.say(draft.place, {
      kind: draft.stance === 'asks' ? 'question' : 'comment',
      body: draft.body.trim(),
      link: answerLink(to, draft.stance),
      ...(passage ? { anchor: passage.anchor } : {}),
    });
    setDraft(null);
    onDone(posted);
  };
  return (
    <Composer
      autoFocus={autoFocus}
      label={`Answer ${name}`}
      placeholder={`Answer ${name}`}
      body={draft.body}
      onBody={(body) => setDraft({ ...draft, body })}
      choices={{
        legend: 'Choose how you answer',
        options: stancesFor(to).map((value) => ({
          ...stanceLooks[value],
          value,
          label: stanceLooks[value].act,
        })),
        chosen: draft.stance,
        onChoose: (chosen) => setDraft({ ...draft, stance: chosen }),
      }}
      seenBy={{
        reach: draft.place,
        reaches: places,
        audience: scene.audience,
        onReach: (reach) => reach !== 'all' && setDraft({ ...draft, place: reach }),
      }}
      quote={passage && { text: passage.quote, onRemove: () => setDraft(withoutRange(draft)) }}
      note={
        <>
          {to.value.forAll && <p className={styles.hint}>Your answer stays in this group.</p>}
          {!passage && <p className={styles.hint}>To cite a passage of its own, select words in the text.</p>}
        </>
      }
      postLabel="Answer"
      onPost={post}
      onClose={() => {
        setDraft(null);
        onDone(null);
      }}
    />
  );
}

function withoutRange({ range: _, anchor: __, ...rest }: Draft): Draft {
  return rest;
}
