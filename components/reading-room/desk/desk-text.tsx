// The text on the desk: read, pointed at, selected by hand or by key, with the bar of what to do with the selected words.

import { useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl/react';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { useAttention } from '#components/room/frame/use-attention.ts';
import { usePassages } from '#components/room/scene/passages.ts';
import { useScene } from '#components/room/scene/scene.ts';
import { useChangeManners } from '#components/ui/device/manners.tsx';
import spoken from '#components/ui/spoken.module.css';
import type { Overlap } from '../highlights/overlap-chooser.tsx';
import { Strokes } from '../highlights/strokes.tsx';
import { useHighlights } from '../highlights/use-highlights.ts';
import { Hints } from '../hints.tsx';
import { ReadingSwitch } from '../readings/reading-switch.tsx';
import { useKeyboardSelection } from '../selection/use-keyboard-selection.ts';
import { usePassageSelection } from '../selection/use-passage-selection.ts';
import { useSelectionActs } from '../selection/use-selection-acts.ts';
import { blockNotesOf } from '../text/block-notes.ts';
import { ReadingText } from '../text/reading-text.tsx';
import { Prompt, TermsLine } from '../text/terms-line.tsx';
import { focusText } from '../text/text-dom.ts';
import { usePointing } from '../text/use-pointing.ts';
import { useReadingTogether } from '../use-reading-together.ts';
import styles from './desk.module.css';
import type { DeskSide } from './desk-side.ts';

type Props = DeskSide & {
  /** The notes among which the reader is asked to choose. */
  overlap: Overlap | null;
  onOverlap: (overlap: Overlap | null) => void;
};

export function DeskText(props: Props) {
  const { articleRef, finding, drafts, layout, geometry, parts, overlap } = props;
  const { onOverlap, onOpen, onCompose, onLight } = props;
  const t = useTranslations('reading.desk');
  const scene = useScene();
  const passages = usePassages();
  const { reading, showReading, state, places, attend, follow } = useOpenRoom();
  const attention = useAttention();
  const { ask } = follow;
  const discussion = finding.found;
  const changeManners = useChangeManners();
  const selection = usePassageSelection(articleRef, places, passages.snap);
  const keyboard = useKeyboardSelection(articleRef, reading.blocks, places);
  const act = useSelectionActs(scene, passages, discussion, attention, attend, reading);
  useReadingTogether(articleRef, selection);
  const { isMarking, marks, painting } = useHighlights(discussion, drafts);
  const notes = useMemo(() => blockNotesOf(discussion.cards), [discussion]);
  const pointing = usePointing({
    articleRef,
    places,
    discussion,
    drafts,
    onDraft: onCompose,
    onLight,
    onPoints: (refs, at) => {
      const posts = refs.flatMap((ref) => discussion.posts.get(ref)?.post ?? []);
      if (posts.length > 1) onOverlap({ posts, ...at });
      else if (refs[0]) onOpen(refs[0]);
    },
  });
  const chooseReading = useCallback(
    (id: string) => {
      // Whoever goes to another text by themselves follows nobody any more.
      ask(null);
      showReading(id);
    },
    [ask, showReading],
  );
  const openNotes = useCallback(
    (block: number) => {
      const here = discussion.cards.filter((card) => card.range && card.block === block);
      const [only] = here;
      if (only && (layout === 'wide' || here.length === 1)) onOpen(only.thread.ref, { focus: true });
      else attend({ type: 'list', panel: { kind: 'notes', block } });
    },
    [discussion, layout, onOpen, attend],
  );

  return (
    // The pointer is a second way to what the buttons after each paragraph do.
    <div className={styles.text} {...pointing}>
      <button
        type="button"
        className={styles.marksSwitch}
        aria-pressed={isMarking}
        onClick={() => changeManners({ marks: !isMarking })}
      >
        {t('marks')}
      </button>
      <ReadingText
        reading={reading}
        notes={notes}
        marks={marks}
        stop={keyboard.stop}
        articleRef={articleRef}
        over={
          <>
            <ReadingSwitch found={discussion} isFiltering={finding.isFiltering} onShow={chooseReading} />
            <TermsLine />
          </>
        }
        under={
          <>
            <Prompt />
            <Hints onDone={focusText} />
          </>
        }
        onOpenNotes={openNotes}
        onKeyDown={keyboard.onKeyDown}
        onFocusBlock={keyboard.onFocus}
      >
        {selection && parts && (
          <parts.SelectionBar
            selection={selection}
            mayCite={attention.answering !== null}
            hasCards={scene.room.takesCards === true}
            isPlacing={attention.placing !== null}
            onAct={(what) => act(what, selection)}
          />
        )}
        {parts && (
          <parts.SelectionNames
            articleRef={articleRef}
            places={places}
            presence={state.presence}
            people={scene.people}
            geometry={geometry}
          />
        )}
        {overlap && parts && (
          <parts.OverlapChooser
            overlap={overlap}
            onLight={onLight}
            onClose={() => onOverlap(null)}
            onChoose={(ref) => {
              onOverlap(null);
              onOpen(ref, { focus: true });
            }}
          />
        )}
      </ReadingText>
      {!isMarking && (
        <Strokes key={reading.edition} {...painting} articleRef={articleRef} geometry={geometry} />
      )}
      <p className={spoken.only} aria-live="assertive">
        {keyboard.spoken}
      </p>
    </div>
  );
}
