// From selected words to a highlight, to a note being written, or to a passage cited in an answer.

import { useCallback } from 'react';
import { useTranslations } from 'use-intl/react';
import { answerTarget } from '#components/room/compose/use-draft.ts';
import type { Discussion } from '#components/room/frame/discussion.ts';
import type { Attention, Move } from '#components/room/frame/use-attention.ts';
import { sayIfFailed } from '#components/room/scene/failure.ts';
import type { Passages } from '#components/room/scene/passages.ts';
import { placeAmong, placesFor, type Scene } from '#components/room/scene/scene.ts';
import { usePlaceNote } from '#components/room/thread/place-note.ts';
import { showToast } from '#components/ui/over/toast.tsx';
import type { Heading, Range } from '#lib/model/text/text.ts';
import { passageTarget } from '#lib/sync/device/drafts.ts';
import { withAct } from '../note-act.ts';
import type { SelectionAct } from './selection-bar.tsx';

export function useSelectionActs(
  scene: Scene,
  passages: Passages,
  discussion: Discussion,
  { answering, placing }: Attention,
  attend: (move: Move) => void,
  reading: Heading,
): (act: SelectionAct, range: Range) => void {
  const placeNote = usePlaceNote();
  const t = useTranslations('reading.selection');
  return useCallback(
    (act, { start, end }) => {
      const range = { start, end };
      const place = placeAmong(placesFor(scene));
      // A selection would hide what is painted under it.
      getSelection()?.removeAllRanges();
      if (act === 'highlight') {
        sayIfFailed(scene.acts.say(place, { kind: 'highlight', anchor: passages.describe(range) }));
        return;
      }
      if (act === 'place') {
        const entry = placing && discussion.posts.get(placing)?.post.entry;
        if (entry) placeNote(entry, passages.describe(range));
        attend({ type: 'place', ref: null });
        return;
      }
      if (act === 'cite') {
        const to = answering && discussion.posts.get(answering.to)?.post.entry;
        if (!to) return;
        const target = answerTarget(to);
        const begun = scene.drafts.all().get(target) ?? {
          body: '',
          kind: 'comment' as const,
          place: scene.placeOf(to.ref),
          ...(answering.stance ? { stance: answering.stance } : {}),
        };
        scene.drafts.write(target, { ...begun, range, anchor: passages.describe(range) });
        return;
      }
      if (act === 'card') {
        // Most visits make none, and the card's dialog comes late as well.
        import('#components/room/card/begin-card.ts').then(
          ({ beginCard }) => attend({ type: 'compose', target: beginCard(scene, passages, range, reading) }),
          () => showToast(t('noCard')),
        );
        return;
      }
      const anchor = passages.describe(range);
      const target = passageTarget('new', anchor);
      const begun = scene.drafts.all().get(target) ?? {
        ...{ body: '', kind: 'comment' as const, place },
        ...{ range, anchor },
      };
      scene.drafts.write(target, withAct(begun, act));
      attend({ type: 'compose', target });
    },
    [scene, passages, discussion, answering, placing, attend, reading, placeNote, t],
  );
}
