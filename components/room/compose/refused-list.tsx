// The list of what the server would not take, each with its words and the reason.

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/form/button.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import { wordsIn } from '#lib/model/words-in.ts';
import type { RefusedDraft } from '#lib/sync/room-state.ts';
import { useOpenRoom } from '../frame/open-room.ts';
import { sayIfFailed } from '../scene/failure.ts';
import { readable } from '../scene/people.ts';
import { useScene } from '../scene/scene.ts';
import { useRefusalWords } from './refusals.ts';
import styles from './refused-drafts.module.css';
import { useReuse } from './use-reuse.ts';

export function RefusedList() {
  const { state } = useOpenRoom();
  const t = useTranslations('thread.refused');
  return (
    <section className={styles.drafts} aria-label={t('region')}>
      {state.drafts.map((draft) => (
        <RefusedRecord key={draft.key} draft={draft} />
      ))}
    </section>
  );
}

function RefusedRecord({ draft }: { draft: RefusedDraft }) {
  const { people } = useScene();
  const { client } = useOpenRoom();
  const { what, use, send } = useReuse()(draft);
  const t = useTranslations('thread.refused');
  const refusalWords = useRefusalWords();
  const reason = refusalWords(draft.code, draft.detail);
  const [sending, setSending] = useState<'idle' | 'sending' | 'not-sent'>('idle');
  const sendAgain = async (sendIt: () => Promise<void>) => {
    setSending('sending');
    const isSent = await sendIt().then(
      () => true,
      () => false,
    );
    setSending(isSent ? 'idle' : 'not-sent');
  };
  const words = draft.value ? wordsIn(draft.value).join('\n\n') : '';
  return (
    <Notice tone="problem" title={t(`title.${what}`)}>
      <p>{words ? t('kept', { reason }) : reason}</p>
      {words && <blockquote className={styles.words}>{readable(people, words)}</blockquote>}
      {/* The notice around it is an alert, and says what comes into it. */}
      {sending === 'not-sent' && <p className={styles.notSent}>{t('notSent')}</p>}
      <div className={styles.acts}>
        {use && <Button onPress={use}>{t('useAgain')}</Button>}
        {send && (
          <Button isPending={sending === 'sending'} onPress={() => sendAgain(send)}>
            {t('sendAgain')}
          </Button>
        )}
        <Button look="quiet" onPress={() => client && sayIfFailed(client.dropDraft(draft.key))}>
          {t('discard')}
        </Button>
      </div>
    </Notice>
  );
}
