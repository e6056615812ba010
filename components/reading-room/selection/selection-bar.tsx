// What to do with the selected words, one key each (U2). Beside the selection with a mouse, below the screen's edge for
// a finger; never over the words (U1).

import { type LucideIcon, MapPin, Quote } from 'lucide-react';
import { type CSSProperties, useRef } from 'react';
import { useTranslations } from 'use-intl/react';
import { kindLooks, stanceLooks } from '#components/room/scene/stances.ts';
import { useManners } from '#components/ui/device/manners.tsx';
import { useShortcuts } from '#components/ui/device/shortcuts.ts';
import { useCoarsePointer, useLayout } from '#components/ui/device/use-media.ts';
import styles from './selection-bar.module.css';
import type { PassageSelection } from './use-passage-selection.ts';

export type SelectionAct =
  | 'comment'
  | 'highlight'
  | 'question'
  | 'claim'
  | 'rebuts'
  | 'card'
  | 'cite'
  | 'place';

type Button = { act: SelectionAct; key: string; icon: LucideIcon };

const sayings: readonly Button[] = [
  { act: 'comment', key: 'a', icon: kindLooks.comment.icon },
  { act: 'highlight', key: 'h', icon: kindLooks.highlight.icon },
  { act: 'question', key: 'q', icon: kindLooks.question.icon },
  { act: 'claim', key: 'c', icon: kindLooks.claim.icon },
  { act: 'rebuts', key: 'r', icon: stanceLooks.rebuts.icon },
];
const making: Button = { act: 'card', key: 'e', icon: kindLooks.card.icon };
const placing: Button = { act: 'place', key: 'p', icon: MapPin };
const citing: Button = { act: 'cite', key: 'i', icon: Quote };

type Props = {
  selection: PassageSelection;
  /** Is an answer being written that could cite these words? */
  mayCite: boolean;
  /** Are evidence cards made in this room? */
  hasCards: boolean;
  /** Is a note waiting for the words it is about? */
  isPlacing: boolean;
  onAct: (act: SelectionAct, selection: PassageSelection) => void;
};

/** Room below the last line for the bar and a little air, in CSS pixels. */
const barRoomPx = 64;

export function SelectionBar({ selection, mayCite, hasCards, isPlacing, onAct }: Props) {
  const t = useTranslations('reading.selection');
  const labelOf = useLabels();
  const isDocked = useIsDocked(selection);
  const hasKeys = useManners().keys;
  const buttons = isPlacing
    ? [placing]
    : [...(mayCite ? [citing] : []), ...sayings, ...(hasCards ? [making] : [])];
  const bar = useRef<HTMLDivElement>(null);

  useShortcuts(
    Object.fromEntries(
      buttons.flatMap(({ act, key }) => {
        const run = () => onAct(act, selection);
        return [
          [key, run],
          [key.toUpperCase(), run],
        ];
      }),
    ),
  );

  const { firstLine, lastLine } = selection;
  const isAbove = bar.current?.parentElement
    ? bar.current.parentElement.getBoundingClientRect().top + lastLine.bottom + barRoomPx > innerHeight
    : false;
  const style = isDocked
    ? undefined
    : ({
        '--left': `${Math.round(isAbove ? firstLine.left : lastLine.left)}px`,
        '--top': `${Math.round(isAbove ? firstLine.top - barRoomPx + 12 : lastLine.bottom + 8)}px`,
      } as CSSProperties);
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={t('label')}
      className={styles.bar}
      data-docked={isDocked}
      data-keeps-selection=""
      style={style}
      // Pressing a button must not take the selection away.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      {buttons.map(({ act, key, icon: Icon }) => (
        <button
          key={act}
          type="button"
          data-act={act}
          aria-keyshortcuts={hasKeys ? key.toUpperCase() : undefined}
          onClick={() => onAct(act, selection)}
        >
          <Icon aria-hidden="true" />
          {labelOf(act)}
          {hasKeys && (
            <span className={styles.key} aria-hidden="true">
              {key.toUpperCase()}
            </span>
          )}
        </button>
      ))}
    </div>
  );
}

function useLabels(): (act: SelectionAct) => string {
  const t = useTranslations('reading.selection');
  const terms = useTranslations('terms');
  return (act) => {
    if (act === 'rebuts') return terms('stanceAct.rebuts');
    // On this narrow bar a card is only named.
    if (act === 'card') return terms('kind.card');
    return act === 'place' || act === 'cite' ? t(act) : terms(`kindAct.${act}`);
  };
}

function useIsDocked({ by }: PassageSelection): boolean {
  const isCoarse = useCoarsePointer();
  const layout = useLayout();
  return layout === 'narrow' || by === 'touch' || (isCoarse && by !== 'keyboard');
}
