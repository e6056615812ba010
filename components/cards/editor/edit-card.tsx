// Changing a card: its author writes it anew, a partner rewords it on their own layer. The original stays in either case.

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { recut } from '#components/room/card/card-acts.ts';
import { useCardWords, useOwnRevision } from '#components/room/card/use-card.ts';
import { useDraft } from '#components/room/compose/use-draft.ts';
import { useScene } from '#components/room/scene/scene.ts';
import { Button } from '#components/ui/form/button.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import type { Card, Entry, Point } from '#lib/model/record.ts';
import type { Target } from '#lib/sync/device/drafts.ts';
import { CardDialog } from './card-dialog.tsx';
import { CardEditor } from './card-editor.tsx';
import css from './editor.module.css';

type Props = { entry: Entry<Point>; onDone: () => void };

export function EditCard({ entry, onDone }: Props) {
  const { point } = useScene().revised(entry);
  return point.card ? <OpenEdit entry={entry} point={point} card={point.card} onDone={onDone} /> : null;
}

function OpenEdit({ entry, point, card, onDone }: Props & { point: Point; card: Card }) {
  const t = useTranslations('cards.editor');
  const tAct = useTranslations('ui.act');
  const scene = useScene();
  const target: Target = `edit:${entry.ref}`;
  const { tag, cite, marks } = card;
  const place = scene.placeOf(entry.ref);
  const [draft, setDraft] = useDraft(target, { body: tag, kind: 'claim', place, card: { cite, marks } });
  const [problem, setProblem] = useState('');
  const mine = useOwnRevision(entry.ref);
  const said = useCardWords(point);
  const isMine = entry.participant === scene.me.participant;
  const now = { ...(draft.card ?? { cite, marks }), tag: draft.body };

  const save = async () => {
    if (now.tag.trim() === '') return setProblem(t('tagNeeded'));
    try {
      await recut(scene, entry, { ...now, tag: now.tag.trim() }, mine);
    } catch {
      return setProblem(t('change.notKept'));
    }
    setDraft(null);
    onDone();
  };
  const leave = () => {
    const isChanged = scene.drafts.all().has(target);
    setDraft(null);
    onDone();
    if (!isChanged) return;
    showToast(t('change.discarded'), {
      action: { label: tAct('undo'), run: () => setDraft(draft) },
    });
  };
  return (
    <CardDialog
      title={isMine ? t('change.mine') : t('change.theirs')}
      problem={problem}
      onSave={save}
      onClose={leave}
      foot={
        <>
          <span className={css.seen}>{isMine ? t('change.mineSeen') : t('change.theirsSeen')}</span>
          <Button onPress={leave}>{tAct('cancel')}</Button>
          <Button look="primary" onPress={() => void save()}>
            {t('change.save')}
          </Button>
        </>
      }
    >
      <CardEditor
        card={now}
        said={said}
        anchor={point.anchor}
        onCard={(next) =>
          setDraft({ ...draft, body: next.tag, card: { cite: next.cite, marks: next.marks } })
        }
      />
    </CardDialog>
  );
}
