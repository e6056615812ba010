// What the panel shows where there is no margin: the open thread, the note being written, a list, or the contents.

import type { ReactNode, RefObject } from 'react';
import { useTranslations } from 'use-intl/react';
import type { CardOfThread, Elsewhere } from '#components/room/frame/discussion.ts';
import type { Attention } from '#components/room/frame/use-attention.ts';
import type { Unread } from '#components/room/frame/use-unread.ts';
import type { Ref } from '#lib/model/record.ts';
import type { Block } from '#lib/model/text/text.ts';
import { noFilter } from '#lib/model/threads/filter.ts';
import type { Target } from '#lib/sync/device/drafts.ts';
import { FindBar } from '../find/find-bar.tsx';
import type { Finding } from '../find/use-filter.ts';
import { NotesList } from '../margin/notes-list.tsx';
import type { MarginDraft } from '../margin/use-placement.ts';
import { Panel } from '../sheet/panel.tsx';
import { Contents } from '../text/contents.tsx';
import { blockElement, focusText } from '../text/text-dom.ts';

type Props = {
  blocks: readonly Block[];
  cards: readonly CardOfThread[];
  elsewhere: readonly Elsewhere[];
  drafts: readonly MarginDraft[];
  unread: Unread;
  finding: Finding;
  attention: Attention;
  thread: ReactNode;
  composer: ReactNode;
  articleRef: RefObject<HTMLElement | null>;
  onOpen: (ref: Ref) => void;
  onCompose: (target: Target) => void;
  onClose: () => void;
};

export function DeskPanel(props: Props) {
  const { blocks, cards, elsewhere, drafts, unread, finding, attention, thread, composer, articleRef } =
    props;
  const { onOpen, onCompose, onClose } = props;
  const { panel } = attention;
  const t = useTranslations('reading.panel');
  if (composer)
    return (
      <Panel key="compose" title={t('newNote')} onClose={onClose}>
        {composer}
      </Panel>
    );
  if (thread)
    return (
      <Panel key={attention.active} title={t('thread')} onClose={onClose}>
        {thread}
      </Panel>
    );
  if (panel?.kind === 'notes') {
    const listed =
      panel.block === null ? cards : cards.filter(({ block, range }) => range && block === panel.block);
    return (
      <Panel key="notes" title={t(panel.block === null ? 'notes' : 'notesHere')} onClose={onClose}>
        {panel.block === null && <FindBar filter={finding.filter} choose={finding.choose} />}
        <NotesList
          cards={listed}
          elsewhere={panel.block === null ? elsewhere : []}
          drafts={panel.block === null && !finding.isFiltering ? drafts : []}
          unread={unread}
          isFiltering={finding.isFiltering}
          onActivate={onOpen}
          onCompose={onCompose}
          onAll={() => finding.choose(noFilter)}
          onText={() => {
            onClose();
            focusText();
          }}
        />
      </Panel>
    );
  }
  if (panel?.kind !== 'contents') return null;
  return (
    <Panel key="contents" title={t('contents')} onClose={onClose}>
      <Contents
        blocks={blocks}
        onGo={(index) => {
          onClose();
          const block = articleRef.current && blockElement(articleRef.current, index);
          block?.scrollIntoView({ block: 'start' });
          block?.focus({ preventScroll: true });
        }}
      />
    </Panel>
  );
}
