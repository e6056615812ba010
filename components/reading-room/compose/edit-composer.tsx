// Changing one's own words. The old ones stay in the record's history; the place in the thread stays too.

import type { Entry, Point } from '#lib/model/record.ts';
import { useScene } from '../scene.ts';
import { Composer } from './composer.tsx';
import { useDraft } from './use-draft.ts';

export function EditComposer({ entry, onDone }: { entry: Entry<Point>; onDone: () => void }) {
  const { acts, placeOf } = useScene();
  const place = placeOf(entry.ref);
  const [draft, setDraft] = useDraft(`edit:${entry.ref}`, {
    body: entry.value.body ?? '',
    kind: entry.value.kind,
    place,
  });
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
      unchanged={entry.value.body ?? ''}
      onPost={async () => {
        await acts.revise(place, entry, draft.body.trim());
        done();
      }}
      onClose={done}
    />
  );
}
