// Changing words: one's own anew, a partner's on one's own layer. The old ones stay in the history, and so does the place
// in the thread.

import dynamic from 'next/dynamic';
import { useTranslations } from 'use-intl/react';
import { type Entry, noteOf, type Point } from '#lib/model/record.ts';
import { reword } from '../card/card-acts.ts';
import { useOwnRevision } from '../card/use-card.ts';
import { useScene, verdictOnRevising } from '../scene/scene.ts';
import styles from './answer-box.module.css';
import { Composer } from './composer.tsx';
import { useRefusalWords } from './refusals.ts';
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
  const t = useTranslations('thread.edit');
  const refusalWords = useRefusalWords();
  const { acts, placeOf } = scene;
  const place = placeOf(entry.ref);
  const isMine = entry.participant === scene.me.participant;
  const mine = useOwnRevision(entry.ref);
  // As one's side has it by now.
  const { body = '' } = scene.revised(entry).point;
  const [draft, setDraft] = useDraft(`edit:${entry.ref}`, {
    body,
    kind: noteOf(entry.value).kind,
    place,
  });
  const verdict = isMine
    ? verdictOnRevising(scene, { ...entry, value: { ...entry.value, body: draft.body } })
    : null;
  const done = () => {
    setDraft(null);
    onDone();
  };
  return (
    <Composer
      autoFocus
      label={t(isMine ? 'own' : 'partners')}
      placeholder={t('placeholder')}
      body={draft.body}
      onBody={(body) => setDraft({ ...draft, body })}
      postLabel={t('save')}
      {...(verdict?.ok === false ? { barred: refusalWords(verdict.reason, '') } : {})}
      unchanged={body}
      note={
        isMine ? (
          entry.value.forAll && <p className={styles.hint}>{t('inAll', { groups: scene.groups })}</p>
        ) : (
          <p className={styles.hint}>{t('yourSide')}</p>
        )
      }
      onPost={async () => {
        const words = draft.body.trim();
        await (isMine ? acts.revise(place, entry, words) : reword(scene, entry, words, mine));
        done();
      }}
      onClose={done}
    />
  );
}
