// A stance or a kind in its colour, with icon and word together (U15, U55).

import type { CSSProperties } from 'react';
import { useTranslations } from 'use-intl/react';
import type { Point } from '#lib/model/record.ts';
import { stanceOf } from '#lib/model/record.ts';
import { kindLooks, type Look, stanceLooks } from '../scene/stances.ts';
import chip from './chip.module.css';

function Chip({ look, label }: { look: Look; label: string }) {
  const Icon = look.icon;
  return (
    <span className={chip.chip} style={{ '--c': look.color } as CSSProperties}>
      <Icon aria-hidden="true" />
      {label}
    </span>
  );
}

/** How a point is labelled: a reply by its stance, a first point by its kind; a plain comment needs no label. */
export function PointChip({ value }: { value: Point }) {
  const t = useTranslations('terms');
  const stance = stanceOf(value);
  if (stance) return <Chip look={stanceLooks[stance]} label={t(`stance.${stance}`)} />;
  return value.kind === 'comment' ? null : (
    <Chip look={kindLooks[value.kind]} label={t(`kind.${value.kind}`)} />
  );
}
