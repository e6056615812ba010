'use client';
// One block to be corrected in place. Enter divides it, Backspace at its start joins it to the one before; whatever else
// can be done with it is in the bar above, which every key here reaches too.

import { type Dispatch, type KeyboardEvent, memo, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl/react';
import type { Block } from '#lib/model/text/text.ts';
import type { Caret, Edit } from './desk.ts';
import css from './text-desk.module.css';

type Props = {
  block: Block;
  index: number;
  isChanged: boolean;
  isCurrent: boolean;
  /** A new one each time that the caret is to go somewhere. */
  caret: Caret | null;
  edit: Dispatch<Edit>;
  onCurrent: (id: string) => void;
};

export const BlockField = memo(function BlockField(props: Props) {
  const { block, index, isChanged, isCurrent, caret, edit, onCurrent } = props;
  const { id, type, text } = block;
  const t = useTranslations('imports.textDesk');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (caret === null) return;
    field.current?.focus();
    field.current?.setSelectionRange(caret.at, caret.at);
  }, [caret]);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { selectionStart: from, selectionEnd: to } = event.currentTarget;
    const act = event.nativeEvent.isComposing ? null : editFor(event, id, from, to);
    if (!act) return;
    event.preventDefault();
    edit(act);
  };
  const name = t(`block.${type}`, { number: index + 1 });
  return (
    <div
      className={css.block}
      data-type={type}
      data-level={block.level}
      data-ordered={block.ordered}
      data-changed={isChanged}
      data-current={isCurrent}
    >
      <span className={css.gutter} aria-hidden>
        {block.mark ?? (block.page !== undefined && t('pageShort', { page: block.page }))}
      </span>
      <textarea
        ref={field}
        id={`desk-${id}`}
        className={css.text}
        aria-label={block.page === undefined ? name : t('onPage', { block: name, page: block.page })}
        aria-describedby="desk-keys"
        rows={1}
        dir="auto"
        value={text}
        onChange={(event) => edit({ type: 'retype', id, text: event.target.value })}
        onFocus={() => onCurrent(id)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
});

function editFor(event: KeyboardEvent, id: string, from: number, to: number): Edit | null {
  const isMeta = event.ctrlKey || event.metaKey;
  if (isMeta && event.shiftKey && event.key === 'Backspace') return { type: 'drop', id };
  if (event.key === 'Enter' && !isMeta) return { type: 'divide', id, at: from };
  if (event.key === 'Backspace' && from === 0 && to === 0) return { type: 'join', id };
  if (event.altKey && event.key === 'ArrowUp') return { type: 'move', id, by: -1 };
  if (event.altKey && event.key === 'ArrowDown') return { type: 'move', id, by: 1 };
  return null;
}
