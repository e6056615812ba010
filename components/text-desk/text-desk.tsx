'use client';
// A text to be corrected block by block, with its bar. It holds which block is at hand and nothing else: the text is its
// owner's, who keeps and publishes it.

import { type Dispatch, type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { Block } from '#lib/model/text/text.ts';
import { BlockField } from './block-field.tsx';
import type { Desk, Edit } from './desk.ts';
import { DeskBar } from './desk-bar.tsx';
import css from './text-desk.module.css';

type Props = {
  desk: Desk;
  edit: Dispatch<Edit>;
  /** The blocks before anything was corrected; what differs from them is marked. */
  originals: readonly Block[];
  /** Told which block is at hand, where something beside the text follows it. */
  onCurrent?: (block: Block) => void;
};

export function TextDesk({ desk, edit, originals, onCurrent }: Props) {
  const t = useTranslations('imports.textDesk');
  const { blocks, caret } = desk;
  const [currentId, setCurrentId] = useState<string | null>(null);
  const bar = useRef<HTMLDivElement>(null);
  const texts = useMemo(() => new Map(originals.map(({ id, text }) => [id, text])), [originals]);
  const index = blocks.findIndex(({ id }) => id === currentId);
  const block = blocks[index];
  // Told through a ref, so that no block has to be drawn again for it.
  const told = useRef({ blocks, onCurrent });
  told.current = { blocks, onCurrent };
  const choose = useCallback((id: string) => {
    setCurrentId(id);
    const chosen = told.current.blocks.find((one) => one.id === id);
    if (chosen) told.current.onCurrent?.(chosen);
  }, []);
  const fieldOf = (id: string | null) => document.querySelector<HTMLTextAreaElement>(`#desk-${id}`);
  const onKeyDown = (event: KeyboardEvent) => {
    const turn = turnFor(event);
    if (turn) edit({ type: turn });
    else if (event.altKey && event.key === 'F10')
      bar.current?.querySelector<HTMLElement>('select, button:enabled')?.focus();
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the fields and buttons within, on their way up
    <div className={css.desk} onKeyDown={onKeyDown}>
      <DeskBar
        ref={bar}
        desk={desk}
        current={block ? { block, index } : null}
        caretIn={() => fieldOf(currentId)?.selectionStart ?? 0}
        edit={edit}
        onLeave={() => fieldOf(currentId)?.focus()}
      />
      <p id="desk-keys" className={css.keys}>
        {t('keys')}
      </p>
      <div className={css.blocks}>
        {blocks.map((each, i) => (
          <BlockField
            key={each.id}
            block={each}
            index={i}
            isChanged={texts.get(each.id) !== each.text}
            isCurrent={each.id === currentId}
            caret={caret?.id === each.id ? caret : null}
            edit={edit}
            onCurrent={choose}
          />
        ))}
      </div>
    </div>
  );
}

function turnFor({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): 'undo' | 'redo' | null {
  if (altKey || !(ctrlKey || metaKey)) return null;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && ctrlKey ? 'redo' : null;
}
