// The list of what the server would not take, each with its words and the reason.

import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/form/button.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import type { RefusedDraft } from '#lib/sync/room-state.ts';
import { useOpenRoom } from '../frame/open-room.ts';
import { readable } from '../scene/people.ts';
import { useScene } from '../scene/scene.ts';
import { useRefusalWords } from './refusals.ts';
import styles from './refused-drafts.module.css';
import { useReuse } from './use-reuse.ts';

export function RefusedList() {
  const { people, drafts } = useScene();
  const { state, client, attend } = useOpenRoom();
  const reuse = useReuse(client, state, drafts, attend);
  const t = useTranslations('thread.refused');
  const refusalWords = useRefusalWords();
  return (
    <section className={styles.drafts} aria-label={t('region')}>
      {state.drafts.map((draft) => (
        <Notice key={draft.key} tone="problem" title={t('title')}>
          <p>{t('kept', { reason: refusalWords(draft.code, draft.detail) })}</p>
          {bodyOf(draft) && (
            <blockquote className={styles.words}>{readable(people, bodyOf(draft) ?? '')}</blockquote>
          )}
          <div className={styles.acts}>
            {bodyOf(draft) && <Button onPress={() => reuse(draft)}>{t('useAgain')}</Button>}
            <Button look="quiet" onPress={() => client?.dropDraft(draft.key)}>
              {t('discard')}
            </Button>
          </div>
        </Notice>
      ))}
    </section>
  );
}

function bodyOf({ value }: RefusedDraft): string | undefined {
  return value?.type === 'point' ? value.body : undefined;
}
