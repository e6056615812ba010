// One block of the reading with what stands around it: its number, the page that begins with it, the way back from a
// footnote, its notes. It renders again only where one of these is another.

import { memo } from 'react';
import { useTranslations } from 'use-intl/react';
import { noteMarkId } from '#components/ui/page/note-mark.ts';
import { PageTurn } from '#components/ui/page/text-marks.tsx';
import spoken from '#components/ui/spoken.module.css';
import { directionOf } from '#lib/model/text/direction.ts';
import type { Block } from '#lib/model/text/text.ts';
import { notesButtonId } from './block-notes.ts';
import { BlockText, type Marks } from './block-view.tsx';
import text from './text.module.css';

type RowProps = {
  block: Block;
  index: number;
  number: number | undefined;
  /** The page of the source that begins with this block. */
  page: string | undefined;
  noteCount: number;
  noteColor: string | undefined;
  marks: Marks | undefined;
  isStop: boolean;
};

export const BlockRow = memo(function BlockRow(props: RowProps) {
  const { block, index, number, page, noteCount, noteColor, marks, isStop } = props;
  const Tag = tagOf(block);
  return (
    <div className={text.row} data-type={block.type}>
      {number !== undefined && (
        <span className={text.number} aria-hidden="true">
          {number}
        </span>
      )}
      {block.mark && <BackLink to={noteMarkId(block.id)} mark={block.mark} />}
      {page !== undefined && <PageTurn page={page} className={text.page} />}
      {/* What the painter draws behind the words. */}
      {!marks && <svg className={text.strokes} data-strokes="" aria-hidden="true" />}
      <Tag
        id={block.id}
        data-block={index}
        data-level={block.level}
        className={text.block}
        tabIndex={isStop ? 0 : -1}
        dir={directionOf(block.text)}
      >
        <BlockText block={block} marks={marks} />
      </Tag>
      {noteCount > 0 && (
        <button
          id={notesButtonId(index)}
          type="button"
          className={text.notes}
          style={{ '--c': noteColor } as React.CSSProperties}
          data-notes={index}
        >
          <span aria-hidden="true">{noteCount}</span>
          <span className={spoken.only}>
            <NotesHere count={noteCount} paragraph={number} isHeading={block.type === 'heading'} />
          </span>
        </button>
      )}
    </div>
  );
});

// Of their own, so that the many paragraphs that have neither ask for no words.
function BackLink({ to, mark }: { to: string; mark: string }) {
  const t = useTranslations('ui.text');
  return (
    <a href={`#${to}`} className={text.mark} role="doc-backlink" aria-label={t('backToMark', { mark })}>
      {mark}
    </a>
  );
}

type Notes = { count: number; paragraph: number | undefined; isHeading: boolean };

function NotesHere({ count, paragraph, isHeading }: Notes) {
  const t = useTranslations('reading.text');
  if (paragraph !== undefined) return t('onParagraph', { count, paragraph });
  return t(isHeading ? 'onHeading' : 'onThis', { count });
}

function tagOf(block: Block): 'p' | 'h2' | 'h3' | 'h4' | 'blockquote' | 'div' | 'figcaption' {
  if (block.type === 'heading') return block.level === 3 ? 'h3' : block.level === 4 ? 'h4' : 'h2';
  if (block.type === 'quotation') return 'blockquote';
  return block.type === 'item' ? 'div' : 'p';
}
