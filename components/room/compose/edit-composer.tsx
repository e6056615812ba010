// Changing one's own words. The old ones stay in the record's history; the place in the thread stays too.

import dynamic from 'next/dynamic';
import { type Entry, noteOf, type Point } from '#lib/model/record.ts';
import { useScene, verdictOnRevising } from '../scene/scene.ts';
import styles from './answer-box.module.css';
import { Composer } from './composer.tsx';
import { refusalWords } from './refusals.ts';
import { useDraft } from './use-draft.ts';

// Cards are changed in a dialog of their own, which comes when it is asked for.
const EditCard = dynamic(
  () => import('#components/cards/editor/edit-card.tsx').then((module) => module.EditCard),
  { ssr: false },
);

type Props = { entry: Entry<Point>; onDone: () => void };

export function EditComposer(props: Props) {
  return props.entry.value.card ? <EditCard {...props} /> : <EditWords {...props} />;
}

function EditWords({ entry, onDone }: Props) {
  const scene = useScene();
  const { acts, placeOf } = scene;
  const place = placeOf(entry.ref);
  const [draft, setDraft] = useDraft(`edit:${entry.ref}`, {
    body: entry.value.body ?? '',
    kind: noteOf(entry.value).kind,
    place,
  });
  const verdict = verdictOnRevising(scene, { ...entry, value: { ...entry.value, body: draft.body } });
  const done = () => {
    setDraft(null);
    onDone();
  };
  return (
    <Composer
      autoFocus
      label="Change your note"
      placeholder="Your words"
      body={draft.body}
      onBody={(body) => setDraft({ ...draft, body })}
      postLabel="Save"
      {...(verdict.ok ? {} : { barred: refusalWords(verdict.reason, '') })}
      unchanged={entry.value.body ?? ''}
      note={
        entry.value.forAll && <p className={styles.hint}>It changes in all {scene.groups} groups at once.</p>
      }
      onPost={async () => {
        await acts.revise(place, entry, draft.body.trim());
        done();
      }}
      onClose={done}
    />
  );
}
