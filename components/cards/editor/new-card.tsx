// A card from a passage: kept as a draft until it is saved, to one's side, for oneself, or into the room.

import { useState } from 'react';
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
    if (draft.body.trim() === '') return setProblem('Write a tag first: what does this evidence show?');
    if (!place) return setProblem('You may not save cards here.');
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
      return setProblem('It could not be kept on this device. Your card is still here: try again.');
    }
    setDraft(null);
    showToast(savedWords[place]);
    onDone(refOf(scene.me.participant, id), draft);
  };
  const discard = () => {
    setDraft(null);
    onDone(null, draft);
    showToast('Card discarded.', { action: { label: 'Undo', run: () => setDraft(draft) }, lastsMs: 8000 });
  };

  return (
    <CardDialog
      title="Card"
      problem={problem}
      onSave={save}
      onClose={() => onDone(null, draft)}
      foot={
        <>
          <SeenBy place={place} open={open} onPlace={(chosen) => setDraft({ ...draft, place: chosen })} />
          <Button look="quiet" onPress={discard}>
            Discard
          </Button>
          <Button look="primary" isPending={isSaving} onPress={() => void save()}>
            Save card
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

const savedWords: Record<Place, string> = {
  side: 'Saved to your side’s prep. The other side sees nothing of it until it is said.',
  private: 'Saved for you alone.',
  room: 'Saved to the room.',
};

function SeenBy(props: {
  place: Place | undefined;
  open: readonly Place[];
  onPlace: (place: Place) => void;
}) {
  const { audience } = useScene();
  const words = { room: audience, private: 'only me', side: 'my side’s prep' };
  return (
    <label className={css.seen}>
      Save to
      <select
        value={props.place}
        onChange={(event) => {
          const chosen = places.find((one) => one === event.target.value);
          if (chosen) props.onPlace(chosen);
        }}
      >
        {props.open.map((one) => (
          <option key={one} value={one}>
            {one === 'room' ? `the room: ${words.room}` : words[one]}
          </option>
        ))}
      </select>
    </label>
  );
}
