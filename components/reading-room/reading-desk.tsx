'use client';
// The desk: the text, the notes beside it, and everything that happens between the two. It shows records and calls acts;
// it neither connects nor decides what is allowed.

import dynamic from 'next/dynamic';
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { isCardTarget, useDrafts, useNewDrafts } from '#components/room/compose/use-draft.ts';

import { useFollowedView, useOwnView } from '#components/room/follow/use-shared-view.ts';
import { readingFor } from '#components/room/frame/discussion.ts';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { useLinkedBlock, useLinkedPoint } from '#components/room/frame/use-link.ts';
import { useOthersSelections, useTellPresence } from '#components/room/live/use-presence.ts';
import { usePassages } from '#components/room/scene/passages.ts';
import { useScene } from '#components/room/scene/scene.ts';
import { useChangeManners, useManners } from '#components/ui/device/manners.tsx';
import { useShortcuts } from '#components/ui/device/shortcuts.ts';
import { type Layout, useLayout } from '#components/ui/device/use-media.ts';
import { showToast } from '#components/ui/over/toast.tsx';
import spoken from '#components/ui/spoken.module.css';
import type { Manners } from '#lib/model/manners.ts';
import type { Ref } from '#lib/model/record.ts';
import { readingDirection } from '#lib/model/text/direction.ts';
import { noFilter } from '#lib/model/threads/filter.ts';
import type { Target } from '#lib/sync/device/drafts.ts';
import styles from './desk.module.css';
import { FilterStrip } from './find/filter-strip.tsx';
import { focusFind } from './find/find-focus.ts';
import { NewsPill } from './find/news-pill.tsx';
import { useFilter } from './find/use-filter.ts';
import { walkOf } from './find/walk.ts';
import type { Overlap } from './highlights/overlap-chooser.tsx';
import { SelectionNames } from './highlights/selection-names.tsx';
import { useIsMarking, useMarks } from './highlights/use-marks.ts';
import { useOverlay } from './highlights/use-overlay.ts';
import { usePainting } from './highlights/use-painting.ts';
import { Hints } from './hints.tsx';
import { Margin } from './margin/margin.tsx';
import { SlimBar } from './margin/slim-bar.tsx';
import { ReadingSwitch } from './readings/reading-switch.tsx';
import { useLedReading, useScrollOfReading } from './readings/use-readings.ts';
import { SelectionBar } from './selection/selection-bar.tsx';
import { useKeyboardSelection } from './selection/use-keyboard-selection.ts';
import { usePassageSelection } from './selection/use-passage-selection.ts';
import { useSelectionActs } from './selection/use-selection-acts.ts';
import { blockNotesOf } from './text/block-notes.ts';
import { partsOf } from './text/contents.tsx';
import { DensityStrip } from './text/density-strip.tsx';
import { ReadingText } from './text/reading-text.tsx';

import { Prompt, TermsLine } from './text/terms-line.tsx';

import { blockElement } from './text/text-dom.ts';

import { useAboveSheet } from './text/use-above-sheet.ts';
import { useGeometry, useNearStretch } from './text/use-geometry.ts';
import { usePointing } from './text/use-pointing.ts';
import { useDeskParts } from './use-desk-parts.ts';
import { useEscape } from './use-escape.ts';
import { useOpenInHistory } from './use-open-in-history.ts';
import { useOpening } from './use-opening.ts';

// A dialog and its fields come when the first card is made.
const NewCard = dynamic(
  () => import('#components/cards/editor/new-card.tsx').then((module) => module.NewCard),
  {
    ssr: false,
  },
);

/** With the notes out of the margin a wide screen shows them as a narrower one does: in a panel (U12). */
function layoutWith(margin: Manners['margin'], layout: Layout): Layout {
  return layout === 'wide' && margin !== 'open' ? 'middle' : layout;
}

export function ReadingDesk() {
  const t = useTranslations('reading.desk');
  const room = useOpenRoom();
  const { info, reading, showReading, state, client, places, unread, attention, attend } = room;
  const finding = useFilter();
  /** What the filter lets through: text, margin and lists show the same. */
  const discussion = finding.found;
  const scene = useScene();
  const passages = usePassages();
  const articleRef = useRef<HTMLElement>(null);
  const { margin } = useManners();
  const changeManners = useChangeManners();
  const layout = layoutWith(margin, useLayout());
  const { blocks } = reading;
  const { active, composing, answering, lit } = attention;
  const near = useNearStretch(articleRef);
  const geometry = useGeometry(articleRef, places);
  // The text is painted at once; the margin follows in pieces, so that scrolling never waits for its cards.
  const standing = useDeferredValue(
    useMemo(() => (geometry && near ? { geometry, near } : null), [geometry, near]),
    null,
  );
  const selection = usePassageSelection(articleRef, places, passages.snap);
  const keyboard = useKeyboardSelection(articleRef, blocks, places);
  const newDrafts = useNewDrafts(scene.drafts, composing, reading.id);
  const opening = useOpening(articleRef, places, discussion, attend);
  const { close } = opening;
  const { choose } = finding;
  // What someone follows they see, whatever they had filtered before.
  const open = useCallback<typeof opening.open>(
    (ref, how) => {
      if (!discussion.threadOf.has(ref)) choose(noFilter);
      const other = readingFor(room.discussion, ref, passages);
      if (other) showReading(other);
      opening.open(ref, how);
    },
    [discussion, room.discussion, passages, choose, showReading, opening.open],
  );
  const shownAt = info.readings.indexOf(reading);
  const walk = walkOf(discussion, unread, attention.active, shownAt, {
    open,
    onNone: () => showToast(t('nothingUnread')),
  });
  useShortcuts({
    n: walk.next,
    j: () => walk.step(1),
    k: () => walk.step(-1),
    '/': () => {
      attend({ type: 'list', panel: { kind: 'notes', block: null } });
      focusFind();
    },
  });
  const act = useSelectionActs(scene, passages, discussion, attention, attend, reading);
  const [overlap, setOverlap] = useState<Overlap | null>(null);
  const { follows, followers, signs, ask } = room.follow;
  const leader = state.presence.find(
    ({ participant, view }) => participant === follows && view !== undefined,
  );
  const led = useLedReading(leader);
  useFollowedView({ articleRef, places }, led, () => ask(null));
  useScrollOfReading(reading.id);
  const chooseReading = useCallback(
    (id: string) => {
      // Whoever goes to another text by themselves follows nobody any more.
      ask(null);
      showReading(id);
    },
    [ask, showReading],
  );
  useTellPresence(client, {
    answering: composing ? 'new' : (answering?.to ?? null),
    reading: info.readings.length > 1 ? reading.id : undefined,
    selection,
    follow: signs,
    view: useOwnView({ articleRef, places }, followers.length > 0),
  });
  useEscape(close);
  useOpenInHistory(attention, attend);

  /** A card is made in a dialog over the page, not in the margin. */
  const note = isCardTarget(composing) ? null : composing;
  const isPanelOpen = layout !== 'wide' && (active ?? note ?? attention.panel) !== null;
  const activeThread = active ? discussion.threadOf.get(active) : undefined;
  const parts = useDeskParts(active ?? note ?? attention.panel?.kind ?? (overlap && 'overlap'), () => {
    setOverlap(null);
    close();
  });
  const compose = useCallback((target: Target) => attend({ type: 'compose', target }), [attend]);
  const list = useCallback(
    (block: number) => attend({ type: 'list', panel: { kind: 'notes', block } }),
    [attend],
  );
  const light = useCallback((ref: Ref | null) => attend({ type: 'light', ref }), [attend]);
  const overlay = useOverlay(discussion, activeThread?.ref ?? null, lit);
  const isMarking = useIsMarking();
  const marks = useMarks(isMarking, discussion, overlay);
  const cited = useDrafts(scene.drafts).get(`answer:${answering?.to}`)?.range;
  const drafted = useMemo(
    () => [...newDrafts.map(({ draft }) => draft.range), cited].filter((range) => range !== undefined),
    [newDrafts, cited],
  );
  usePainting({
    articleRef,
    places,
    discussion,
    overlay,
    drafted,
    selectedByOthers: useOthersSelections(state.presence, reading.id),
    geometry,
    near,
    isOn: !isMarking,
  });

  const pointing = usePointing({
    articleRef,
    places,
    discussion,
    drafts: newDrafts,
    onDraft: compose,
    onLight: light,
    onPoints: (refs, at) => {
      const posts = refs.flatMap((ref) => discussion.postOf.get(ref) ?? []);
      if (posts.length > 1) setOverlap({ posts, ...at });
      else if (refs[0]) open(refs[0]);
    },
  });
  useLinkedPoint(
    (ref) => room.discussion.threadOf.has(ref),
    state.firstSync,
    (ref, arrival) => {
      if (arrival === 'here') open(ref, { focus: true });
      else showToast(t(`lost.${arrival}`), { lastsMs: 12_000 });
    },
  );

  const goToBlock = useCallback((index: number) => {
    const block = articleRef.current && blockElement(articleRef.current, index);
    block?.scrollIntoView({ block: 'center' });
    block?.focus({ preventScroll: true });
  }, []);
  useLinkedBlock(goToBlock);
  const focusText = () => {
    const block = articleRef.current && blockElement(articleRef.current, keyboard.stop);
    block?.focus({ preventScroll: true });
  };

  const openNotes = useCallback(
    (block: number) => {
      const here = discussion.cards.filter((card) => card.range && card.block === block);
      const [only] = here;
      if (only && (layout === 'wide' || here.length === 1)) open(only.thread.ref, { focus: true });
      else attend({ type: 'list', panel: { kind: 'notes', block } });
    },
    [discussion, layout, open, attend],
  );
  const atHand = composing ? newDrafts.find(({ target }) => target === composing)?.draft.range : undefined;
  useAboveSheet(
    articleRef,
    places,
    layout === 'narrow' ? (atHand ?? (active && discussion.rangeOf.get(active))) : null,
  );
  const activate = useCallback(
    (ref: Ref | null) => (ref ? open(ref, { focus: true }) : close()),
    [open, close],
  );
  const direction = useMemo(() => readingDirection(blocks), [blocks]);
  const notes = useMemo(() => blockNotesOf(discussion.cards), [discussion]);

  const thread = activeThread && parts && (
    <parts.OpenThread
      key={activeThread.ref}
      thread={activeThread}
      attention={attention}
      attend={attend}
      presence={state.presence}
      opening={opening}
    />
  );
  const composer = note && parts && (
    <parts.NoteComposer key={note} target={note} onDone={opening.leaveNote} />
  );

  return (
    <main className={styles.desk} data-panel={isPanelOpen} data-margin={margin} data-direction={direction}>
      {finding.isFiltering && (
        <FilterStrip
          shown={discussion.cards.length + discussion.elsewhere.length}
          all={room.discussion.cards.length + room.discussion.elsewhere.length}
          onAll={() => choose(noFilter)}
        />
      )}
      <DensityStrip
        cards={discussion.cards}
        length={places.reduce((sum, { length }) => sum + length + 1, 0)}
      />
      {/* The pointer is a second way to what the buttons after each paragraph do. */}
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
          {selection && (
            <SelectionBar
              selection={selection}
              mayCite={answering !== null}
              hasCards={scene.room.takesCards === true}
              isPlacing={attention.placing !== null}
              onAct={(what) => act(what, selection)}
            />
          )}
          <SelectionNames
            articleRef={articleRef}
            places={places}
            presence={state.presence}
            people={scene.people}
            geometry={geometry}
          />
          {overlap && parts && (
            <parts.OverlapChooser
              overlap={overlap}
              onLight={light}
              onClose={() => setOverlap(null)}
              onChoose={(ref) => {
                setOverlap(null);
                open(ref, { focus: true });
              }}
            />
          )}
        </ReadingText>
        <p className={spoken.only} aria-live="assertive">
          {keyboard.spoken}
        </p>
      </div>
      {layout === 'wide' && standing ? (
        <Margin
          cards={discussion.cards}
          drafts={newDrafts}
          places={places}
          geometry={standing.geometry}
          near={standing.near}
          active={activeThread?.ref ?? null}
          composing={note}
          unread={unread}
          lit={lit && (discussion.threadOf.get(lit)?.ref ?? null)}
          isKnown={state.firstSync !== 'pending'}
          thread={thread}
          composer={composer}
          onActivate={activate}
          onCompose={compose}
          onLight={light}
          onList={list}
        />
      ) : (
        <aside />
      )}
      {parts && (layout !== 'wide' || attention.panel) && (
        <parts.DeskPanel
          blocks={blocks}
          cards={discussion.cards}
          elsewhere={discussion.elsewhere}
          drafts={newDrafts}
          unread={unread}
          finding={finding}
          attention={attention}
          thread={thread}
          composer={composer}
          onOpen={(ref) => open(ref, { focus: layout === 'wide' })}
          onCompose={compose}
          onClose={close}
          articleRef={articleRef}
        />
      )}
      {isCardTarget(composing) && (
        <NewCard
          key={composing}
          target={composing}
          onDone={(made, { range }) => opening.leaveNote(made, range)}
        />
      )}
      <NewsPill
        unread={unread}
        isReady={state.firstSync === 'synced'}
        onShow={(post) => open(post.ref, { focus: true })}
      />
      <SlimBar
        count={discussion.cards.length}
        news={unread.size}
        onNext={walk.next}
        hasContents={partsOf(blocks).length > 1}
        onNotes={() => attend({ type: 'list', panel: { kind: 'notes', block: null } })}
        onContents={() => attend({ type: 'list', panel: { kind: 'contents' } })}
      />
    </main>
  );
}
