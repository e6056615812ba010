'use client';
// What can be done with the block at hand, always in the same place: above the text, on a phone below it. Alt+F10 comes
// here from a block, Escape goes back.

import { ArrowDown, ArrowUp, CornerLeftUp, Redo2, SeparatorHorizontal, Trash2, Undo2 } from 'lucide-react';
import type { Dispatch, ReactNode, Ref } from 'react';
import { useTranslations } from 'use-intl/react';
import { IconButton } from '#components/ui/form/button.tsx';
import { Choice } from '#components/ui/form/choice.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import type { Block } from '#lib/model/text/text.ts';
import { shapeName, shapes } from './block-shapes.ts';
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
  const t = useTranslations('imports.textDesk');
  const undo = () => edit({ type: 'undo' });
  return (
    <div
      ref={ref}
      role="toolbar"
      aria-label={t('bar')}
      className={css.bar}
      onKeyDown={(event) => event.key === 'Escape' && onLeave()}
    >
      <IconButton label={t('undo')} onPress={undo} isDisabled={desk.past.length === 0}>
        <Undo2 aria-hidden />
      </IconButton>
      <IconButton
        label={t('redo')}
        onPress={() => edit({ type: 'redo' })}
        isDisabled={desk.undone.length === 0}
      >
        <Redo2 aria-hidden />
      </IconButton>
      <span className={css.rule} />
      {current ? (
        <BlockTools {...current} caretIn={caretIn} edit={edit} undo={undo} />
      ) : (
        <span className={css.hint}>{t('hint')}</span>
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
  const t = useTranslations('imports.textDesk');
  const { id, type } = block;
  const name = { block: t(`block.${type}`, { number: index + 1 }) };
  const drop = () => {
    edit({ type: 'drop', id });
    showToast(t('act.dropped', name), { action: { label: t('undo'), run: undo } });
  };
  const tool = (label: string, act: () => void, icon: ReactNode) => (
    <IconButton label={label} onPress={act}>
      {icon}
    </IconButton>
  );
  return (
    <>
      <Choice
        label={t('act.shape', name)}
        isLabelHidden
        value={shapeName(block)}
        options={shapes.map(({ value }) => ({ value, label: t(`shape.${value}`) }))}
        onChange={(chosen) => {
          const shape = shapes.find(({ value }) => value === chosen)?.shape;
          if (shape) edit({ type: 'recast', id, shape });
        }}
      />
      {tool(t('act.join', name), () => edit({ type: 'join', id }), <CornerLeftUp aria-hidden />)}
      {tool(
        t('act.divide', name),
        () => edit({ type: 'divide', id, at: caretIn() }),
        <SeparatorHorizontal aria-hidden />,
      )}
      {tool(t('act.up', name), () => edit({ type: 'move', id, by: -1 }), <ArrowUp aria-hidden />)}
      {tool(t('act.down', name), () => edit({ type: 'move', id, by: 1 }), <ArrowDown aria-hidden />)}
      {tool(t('act.drop', name), drop, <Trash2 aria-hidden />)}
    </>
  );
}
