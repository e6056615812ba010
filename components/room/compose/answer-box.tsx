// Answering a point: a stance, words, and perhaps a passage of one's own. Closed it is one line of chips.

import type { CSSProperties } from 'react';
import { useTranslations } from 'use-intl/react';
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
  const t = useTranslations('thread.answer');
  const terms = useTranslations('terms.stanceAct');
  const name = nameOf(people, to.participant);
  return (
    <div className={styles.invitation}>
      <button type="button" className={styles.line} onClick={() => onOpen()}>
        {isMine ? t('inviteOwn') : t.rich('invite', { who: name, name: (words) => <bdi>{words}</bdi> })}
      </button>
      <ul aria-label={isMine ? t('withOwn') : t('with', { name })}>
        {stancesFor(to).map((stance) => {
          const { icon: Icon, color } = stanceLooks[stance];
          return (
            <li key={stance}>
              <button type="button" style={{ '--c': color } as CSSProperties} onClick={() => onOpen(stance)}>
                <Icon aria-hidden="true" />
                {terms(stance)}
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
  const t = useTranslations('thread.answer');
  const terms = useTranslations('terms.stanceAct');
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
  const isOwn = to.participant === scene.me.participant;
  const label = isOwn ? t('fieldOwn') : t('field', { name: nameOf(scene.people, to.participant) });

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
      label={label}
      placeholder={label}
      body={draft.body}
      onBody={(body) => setDraft({ ...draft, body })}
      choices={{
        legend: t('choose'),
        needed: t('chooseFirst'),
        options: stancesFor(to).map((value) => ({
          ...stanceLooks[value],
          value,
          label: terms(value),
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
          {to.value.forAll && <p className={styles.hint}>{t('staysHere')}</p>}
          {!passage && <p className={styles.hint}>{t('toCite')}</p>}
        </>
      }
      postLabel={t('post')}
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
