// A card from a passage: kept as a draft until it is saved, to one's side, for oneself, or into the room.

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { placeOfCard } from '#components/room/card/place-of-card.ts';
import { useDraft } from '#components/room/compose/use-draft.ts';
import { newRecordId } from '#components/room/scene/acts.ts';
import { draftedPassage, usePassages } from '#components/room/scene/passages.ts';
import { placesFor, useScene } from '#components/room/scene/scene.ts';
import { Button } from '#components/ui/form/button.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import { type Point, type Ref, refOf } from '#lib/model/record.ts';
import type { Draft, Target } from '#lib/sync/device/drafts.ts';
import { type Place, places } from '#lib/sync/room-state.ts';
import { CardDialog } from './card-dialog.tsx';
import { CardEditor } from './card-editor.tsx';
import css from './editor.module.css';

type Props = {
  target: Target;
  /** With the new card's name; null where it was left or given up. */
  onDone: (made: Ref | null, draft: Draft) => void;
};

export function NewCard({ target, onDone }: Props) {
  const { drafts } = useScene();
  // Gone already where it was saved or given up on this very press.
  const draft = drafts.all().get(target);
  return draft?.card ? <OpenCard target={target} draft={draft} onDone={onDone} /> : null;
}

function OpenCard({ target, draft: begun, onDone }: Props & { draft: Draft }) {
  const t = useTranslations('cards.editor');
  const tAct = useTranslations('ui.act');
  const scene = useScene();
  const passages = usePassages();
  const [draft, setDraft] = useDraft(target, begun);
  const [problem, setProblem] = useState('');
  const [isSaving, setSaving] = useState(false);
  const { range, card } = draft;
  // Words that this version of the text does not hold are still what the card was cut from.
  const passage = draftedPassage(draft, passages);
  if (!card || !passage) return null;
  const { anchor } = passage;
  const open = placesFor(scene);
  const place = placeOfCard(open, draft.place);
  const words = range && anchor.hash ? passage.quote : anchor.quote;

  const save = async () => {
    if (draft.body.trim() === '') return setProblem(t('tagFirst'));
    if (!place) return setProblem(t('make.notAllowed'));
    setSaving(true);
    const id = newRecordId();
    const point: Point = {
      type: 'point',
      kind: 'card',
      at: new Date().toISOString(),
      anchor,
      card: { ...card, tag: draft.body.trim() },
    };
    try {
      await scene.acts.put(place, id, point);
    } catch {
      setSaving(false);
      return setProblem(t('make.notKept'));
    }
    setDraft(null);
    showToast(t(`make.saved.${place}`));
    onDone(refOf(scene.me.participant, id), draft);
  };
  const discard = () => {
    setDraft(null);
    onDone(null, draft);
    showToast(t('make.discarded'), {
      action: { label: tAct('undo'), run: () => setDraft(draft) },
    });
  };

  return (
    <CardDialog
      title={t('make.title')}
      problem={problem}
      onSave={save}
      onClose={() => onDone(null, draft)}
      foot={
        <>
          <SeenBy place={place} open={open} onPlace={(chosen) => setDraft({ ...draft, place: chosen })} />
          <Button look="quiet" onPress={discard}>
            {t('make.discard')}
          </Button>
          <Button look="primary" isPending={isSaving} onPress={() => void save()}>
            {t('make.save')}
          </Button>
        </>
      }
    >
      <CardEditor
        card={{ ...card, tag: draft.body }}
        said={{ words, source: 'reading' }}
        anchor={anchor}
        onCard={({ tag, ...rest }) => setDraft({ ...draft, body: tag, card: rest })}
      />
    </CardDialog>
  );
}

function SeenBy(props: {
  place: Place | undefined;
  open: readonly Place[];
  onPlace: (place: Place) => void;
}) {
  const t = useTranslations('cards.editor.make');
  const { audience } = useScene();
  return (
    <label className={css.seen}>
      {t('saveTo')}
      <select
        value={props.place}
        onChange={(event) => {
          const chosen = places.find((one) => one === event.target.value);
          if (chosen) props.onPlace(chosen);
        }}
      >
        {props.open.map((one) => (
          <option key={one} value={one}>
            {one === 'room' ? t('place.room', { audience }) : t(`place.${one}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
