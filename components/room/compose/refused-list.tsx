// The list of what the server would not take, each with its words and the reason.

import { Button } from '#components/ui/form/button.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import type { RefusedDraft } from '#lib/sync/room-state.ts';
import { readable } from '../scene/people.ts';
import { useScene } from '../scene/scene.ts';
import { refusalWords } from './refusals.ts';
import styles from './refused-drafts.module.css';

export type RefusedProps = {
  drafts: readonly RefusedDraft[];
  onUse: (draft: RefusedDraft) => void;
  onDiscard: (draft: RefusedDraft) => void;
};

export function RefusedList({ drafts, onUse, onDiscard }: RefusedProps) {
  const { people } = useScene();
  return (
    <section className={styles.drafts} aria-label="Not taken by the server">
      {drafts.map((draft) => (
        <Notice key={draft.key} tone="problem" title="Not posted">
          <p>{refusalWords(draft.code, draft.detail)} Your words are kept on this device.</p>
          {bodyOf(draft) && (
            <blockquote className={styles.words}>{readable(people, bodyOf(draft) ?? '')}</blockquote>
          )}
          <div className={styles.acts}>
            {bodyOf(draft) && <Button onPress={() => onUse(draft)}>Use again</Button>}
            <Button look="quiet" onPress={() => onDiscard(draft)}>
              Discard
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
