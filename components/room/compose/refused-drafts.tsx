// What the server would not take, with its words and the reason: nothing a person wrote is lost by a refusal (U3, GATE10).

import { Button } from '#components/ui/form/button.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import type { RefusedDraft } from '#lib/sync/room-state.ts';
import { readable } from '../scene/people.ts';
import { useScene } from '../scene/scene.ts';
import { refusalWords } from './refusals.ts';
import styles from './refused-drafts.module.css';

type Props = {
  drafts: readonly RefusedDraft[];
  onUse: (draft: RefusedDraft) => void;
  onDiscard: (draft: RefusedDraft) => void;
};

export function RefusedDrafts({ drafts, onUse, onDiscard }: Props) {
  const { people } = useScene();
  if (drafts.length === 0) return null;
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
