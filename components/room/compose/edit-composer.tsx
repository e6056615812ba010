// Changing one's own words. The old ones stay in the record's history; the place in the thread stays too.

import { type Entry, noteOf, type Point } from '#lib/model/record.ts';
import { useScene, verdictOnRevising } from '../scene/scene.ts';
import { Composer } from './composer.tsx';
import { refusalWords } from './refusals.ts';
import { useDraft } from './use-draft.ts';

export function EditComposer({ entry, onDone }: { entry: Entry<Point>; onDone: () => void }) {
  const scene = useScene();
  const { acts, placeOf } = scene;
  const place = placeOf(entry.ref);
  const [draft, setDraft] = useDraft(`edit:${entry.ref}`, {
    body: entry.value.body ?? '',
    kind: noteOf(entry.value).kind,
    place,
  });
  const verdict = verdictOnRevising(scene, entry);
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
      onPost={async () => {
        await acts.revise(place, entry, draft.body.trim());
        done();
      }}
      onClose={done}
    />
  );
}
