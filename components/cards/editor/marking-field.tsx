// The words of a card and the marks on them: choose words, then underline, emphasise or highlight them, by key or by
// button. A mark that all of the chosen words carry already is taken off by the same act.

import { Eraser, Highlighter, type LucideIcon, Square, Underline } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl/react';
import face from '#components/room/card/card.module.css';
import { CardRuns } from '#components/room/card/card-words.tsx';
import { useManners } from '#components/ui/device/manners.tsx';
import spoken from '#components/ui/spoken.module.css';
import { cleared, toggled } from '#lib/model/card/marks.ts';
import type { Mark, MarkKind } from '#lib/model/record.ts';
import css from './editor.module.css';
import { useWords } from './use-words.ts';

type Act = MarkKind | 'clear';

/** The function keys are those of the Word template that debaters know. */
const acts: readonly { act: Act; key: string; functionKey: string; icon: LucideIcon }[] = [
  { act: 'underline', key: 'u', functionKey: 'F9', icon: Underline },
  { act: 'emphasis', key: 'm', functionKey: 'F10', icon: Square },
  { act: 'highlight', key: 'h', functionKey: 'F11', icon: Highlighter },
  { act: 'clear', key: 'x', functionKey: 'Delete', icon: Eraser },
];

type Props = { words: string; marks: readonly Mark[]; onMarks: (marks: Mark[]) => void };

export function MarkingField({ words, marks, onMarks }: Props) {
  const t = useTranslations('cards.editor.mark');
  const { rootRef, paragraphs, places, chosen, keyboard } = useWords(words);
  const hasKeys = useManners().keys;
  const run = (act: Act) => {
    if (chosen)
      onMarks(
        act === 'clear' ? cleared(marks, chosen, words.length) : toggled(marks, act, chosen, words.length),
      );
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const act = actOf(event, hasKeys);
    if (!act || !chosen) return keyboard.onKeyDown(event);
    event.preventDefault();
    event.stopPropagation();
    run(act);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the buttons and paragraphs within.
    <div className={css.marking} onKeyDown={onKeyDown}>
      <div role="toolbar" aria-label={t('toolbar')} className={css.marks} data-keeps-selection="">
        {acts.map(({ act, key, functionKey, icon: Icon }) => (
          <button
            key={act}
            type="button"
            aria-keyshortcuts={hasKeys ? `${functionKey} ${key.toUpperCase()}` : functionKey}
            aria-disabled={chosen === null}
            // Pressing a button must not take the choice of words away.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => run(act)}
          >
            <Icon aria-hidden />
            {t(act)}
            <kbd>{functionKey === 'Delete' ? t('deleteKey') : functionKey}</kbd>
          </button>
        ))}
        <p className={css.hint}>{chosen ? '' : t('choose')}</p>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only learns which paragraph has the focus. */}
      <div
        ref={rootRef}
        className={`${face.words} ${css.words}`}
        dir="auto"
        onFocus={(event) => {
          const { block } = event.target.dataset;
          if (block !== undefined) keyboard.onFocus(Number(block));
        }}
      >
        {paragraphs.map(({ id, text }, i) => (
          <p key={id} data-block={i} tabIndex={keyboard.stop === i ? 0 : -1}>
            <CardRuns text={text} start={places[i]?.start ?? 0} marks={marks} />
          </p>
        ))}
      </div>
      <p className={spoken.only} aria-live="assertive">
        {keyboard.spoken}
      </p>
    </div>
  );
}

function actOf(event: KeyboardEvent, hasKeys: boolean): Act | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (event.key === 'Backspace') return 'clear';
  return acts.find(
    ({ key, functionKey }) => event.key === functionKey || (hasKeys && event.key.toLowerCase() === key),
  )?.act;
}
