'use client';
// What can be done with the block at hand, always in the same place: above the text, on a phone below it. Alt+F10 comes
// here from a block, Escape goes back.

import { ArrowDown, ArrowUp, CornerLeftUp, Redo2, SeparatorHorizontal, Trash2, Undo2 } from 'lucide-react';
import type { Dispatch, ReactNode, Ref } from 'react';
import { IconButton } from '#components/ui/form/button.tsx';
import { Choice } from '#components/ui/form/choice.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import type { Block } from '#lib/model/text/text.ts';
import { blockName, shapeName, shapes } from './block-shapes.ts';
import type { Desk, Edit } from './desk.ts';
import css from './text-desk.module.css';

type Props = {
  ref: Ref<HTMLDivElement>;
  desk: Desk;
  current: { block: Block; index: number } | null;
  /** Where the caret stands in the block at hand, or stood last. */
  caretIn: () => number;
  edit: Dispatch<Edit>;
  onLeave: () => void;
};

export function DeskBar({ ref, desk, current, caretIn, edit, onLeave }: Props) {
  const undo = () => edit({ type: 'undo' });
  return (
    <div
      ref={ref}
      role="toolbar"
      aria-label="Correct the block"
      className={css.bar}
      onKeyDown={(event) => event.key === 'Escape' && onLeave()}
    >
      <IconButton label="Undo" onPress={undo} isDisabled={desk.past.length === 0}>
        <Undo2 aria-hidden />
      </IconButton>
      <IconButton label="Redo" onPress={() => edit({ type: 'redo' })} isDisabled={desk.undone.length === 0}>
        <Redo2 aria-hidden />
      </IconButton>
      <span className={css.rule} />
      {current ? (
        <BlockTools {...current} caretIn={caretIn} edit={edit} undo={undo} />
      ) : (
        <span className={css.hint}>Choose a paragraph to correct it.</span>
      )}
    </div>
  );
}

function BlockTools({
  block,
  index,
  caretIn,
  edit,
  undo,
}: {
  block: Block;
  index: number;
  caretIn: () => number;
  edit: Dispatch<Edit>;
  undo: () => void;
}) {
  const { id } = block;
  const name = blockName(block, index);
  const drop = () => {
    edit({ type: 'drop', id });
    showToast(`${name} taken out.`, { action: { label: 'Undo', run: undo }, lastsMs: 8000 });
  };
  const tool = (label: string, act: () => void, icon: ReactNode) => (
    <IconButton label={label} onPress={act}>
      {icon}
    </IconButton>
  );
  return (
    <>
      <Choice
        label={`What ${name} is`}
        isLabelHidden
        value={shapeName(block)}
        options={shapes}
        onChange={(chosen) => {
          const shape = shapes.find(({ value }) => value === chosen)?.shape;
          if (shape) edit({ type: 'recast', id, shape });
        }}
      />
      {tool(`Join ${name} to the one before`, () => edit({ type: 'join', id }), <CornerLeftUp aria-hidden />)}
      {tool(
        `Divide ${name} where the caret is`,
        () => edit({ type: 'divide', id, at: caretIn() }),
        <SeparatorHorizontal aria-hidden />,
      )}
      {tool(`Move ${name} up`, () => edit({ type: 'move', id, by: -1 }), <ArrowUp aria-hidden />)}
      {tool(`Move ${name} down`, () => edit({ type: 'move', id, by: 1 }), <ArrowDown aria-hidden />)}
      {tool(`Take ${name} out`, drop, <Trash2 aria-hidden />)}
    </>
  );
}
