'use client';
// One paragraph to be corrected in place: Enter divides it, Backspace at its start joins it to the one before.

import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { type Dispatch, type KeyboardEvent, memo, useEffect, useRef } from 'react';
import { IconButton } from '#components/ui/form/button.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import type { Block } from '#lib/model/text/text.ts';
import type { Edit } from './correcting.ts';
import css from './correction.module.css';

const names: Record<Block['type'], string> = {
  paragraph: 'Paragraph',
  heading: 'Heading',
  quotation: 'Quotation',
  item: 'List item',
  caption: 'Caption',
  footnote: 'Footnote',
};

type Props = {
  block: Block;
  index: number;
  isChanged: boolean;
  caret: number | null;
  edit: Dispatch<Edit>;
  onDrop: (id: string) => void;
};

export const BlockField = memo(function BlockField({ block, index, isChanged, caret, edit, onDrop }: Props) {
  const { id, type, text } = block;
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (caret === null) return;
    field.current?.focus();
    field.current?.setSelectionRange(caret, caret);
  }, [caret]);
  const name = `${names[type]} ${index + 1}`;
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { selectionStart: from, selectionEnd: to } = event.currentTarget;
    const isComposing = event.nativeEvent.isComposing;
    const act = isComposing ? null : editFor(event, id, from, to);
    if (!act) return;
    event.preventDefault();
    edit(act);
  };
  return (
    <div className={css.block} data-type={type} data-level={block.level} data-changed={isChanged}>
      <textarea
        ref={field}
        className={css.text}
        aria-label={name}
        rows={1}
        dir="auto"
        value={text}
        onChange={(event) => edit({ type: 'retype', id, text: event.target.value })}
        onKeyDown={onKeyDown}
      />
      <div className={css.tools}>
        <IconButton label={`Move ${name} up`} onPress={() => edit({ type: 'move', id, by: -1 })}>
          <ArrowUp aria-hidden />
        </IconButton>
        <IconButton label={`Move ${name} down`} onPress={() => edit({ type: 'move', id, by: 1 })}>
          <ArrowDown aria-hidden />
        </IconButton>
        <IconButton
          label={`Take ${name} out`}
          onPress={() => {
            onDrop(id);
            showToast(`${name} taken out.`);
          }}
        >
          <Trash2 aria-hidden />
        </IconButton>
      </div>
    </div>
  );
});

function editFor(event: KeyboardEvent, id: string, from: number, to: number): Edit | null {
  if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) return { type: 'divide', id, at: from };
  if (event.key === 'Backspace' && from === 0 && to === 0) return { type: 'join', id };
  if (event.altKey && event.key === 'ArrowUp') return { type: 'move', id, by: -1 };
  if (event.altKey && event.key === 'ArrowDown') return { type: 'move', id, by: 1 };
  return null;
}
