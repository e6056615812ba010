// A new note on a passage: what kind, what words, for whom.

import { useTranslations } from 'use-intl/react';
import { Composer } from '#components/room/compose/composer.tsx';
import { useRefusalWords } from '#components/room/compose/refusals.ts';
import { useDraft } from '#components/room/compose/use-draft.ts';
import { draftedPassage, usePassages } from '#components/room/scene/passages.ts';
import { maySpeakToAll, placeAmong, placesFor, useScene } from '#components/room/scene/scene.ts';
import { kindLooks, stanceLooks } from '#components/room/scene/stances.ts';
import { speaksToOneGroup } from '#lib/model/classes/for-all.ts';
import type { Ref } from '#lib/model/record.ts';
import type { Range } from '#lib/model/text/text.ts';
import type { Target } from '#lib/sync/device/drafts.ts';
import { actOf, type NoteAct, withAct } from './note-act.ts';

const acts: readonly NoteAct[] = ['comment', 'question', 'claim', 'rebuts'];

function useChoices() {
  const t = useTranslations('terms');
  return acts.map((value) =>
    value === 'rebuts'
      ? { ...stanceLooks.rebuts, value, label: t('stanceAct.rebuts') }
      : { ...kindLooks[value], value, label: t(`kindAct.${value}`) },
  );
}

type Props = {
  target: Target;
  /** With the new note's name, or null where it was given up; and the passage it was begun on. */
  onDone: (posted: Ref | null, range: Range | undefined) => void;
};

export function NoteComposer({ target, onDone }: Props) {
  const scene = useScene();
  const t = useTranslations('reading.compose');
  const choices = useChoices();
  const refusalWords = useRefusalWords();
  const passages = usePassages();
  const places = placesFor(scene);
  const [kept, setDraft] = useDraft(target, { body: '', kind: 'comment', place: placeAmong(places) });
  const draft = { ...kept, place: placeAmong(places, kept.place) };
  const isForAll = draft.forAll === true && draft.place === 'room' && maySpeakToAll(scene);
  const { range } = draft;
  // Words that this version of the text does not hold are still what the note is about.
  const passage = draftedPassage(draft, passages);
  const post = async () => {
    const posted = await scene.acts.say(draft.place, {
      kind: draft.kind,
      body: draft.body.trim(),
      ...(passage ? { anchor: passage.anchor } : {}),
      ...(draft.stance ? { link: { to: 'reading', stance: draft.stance } } : {}),
      forAll: isForAll,
    });
    setDraft(null);
    onDone(posted, range);
  };
  return (
    <Composer
      autoFocus
      label={t('label')}
      placeholder={t('placeholder')}
      body={draft.body}
      onBody={(body) => setDraft({ ...draft, body })}
      choices={{
        legend: t('choose'),
        needed: t('chooseFirst'),
        options: choices,
        chosen: actOf(draft),
        onChoose: (act) => setDraft(withAct(draft, act)),
      }}
      seenBy={{
        reach: isForAll ? 'all' : draft.place,
        reaches: maySpeakToAll(scene)
          ? ['room', 'all', ...places.filter((place) => place !== 'room')]
          : places,
        audience: scene.audience,
        groups: scene.groups,
        onReach: (reach) =>
          setDraft({ ...draft, place: reach === 'all' ? 'room' : reach, forAll: reach === 'all' }),
      }}
      quote={passage && { text: passage.quote }}
      {...(isForAll && speaksToOneGroup({ body: draft.body }) && { barred: refusalWords('one-group', '') })}
      postLabel={t('post')}
      onPost={post}
      onClose={() => {
        setDraft(null);
        onDone(null, range);
      }}
    />
  );
}
