// How stances and kinds look and read on screen: the words of the glossary, an icon, a hue and a line style each (U15, U55).

import {
  Check,
  CircleQuestionMark,
  CornerDownRight,
  FileText,
  Flag,
  Handshake,
  Highlighter,
  type LucideIcon,
  MessageSquare,
  Swords,
  Unlink,
} from 'lucide-react';
import type { PointKind, Stance } from '#lib/model/record.ts';
import { stanceNames } from '#lib/model/stance-names.ts';

type Look = { icon: LucideIcon; color: string };

export type StanceLook = Look & {
  /** On a reply: what it does. */
  label: string;
  /** On a button: what I do. */
  act: string;
  /** Between two names. */
  between: string;
  line: 'solid' | 'dashed' | 'dotted' | 'double';
};

export const stanceLooks: Record<Stance, StanceLook> = {
  rebuts: {
    label: stanceNames.rebuts,
    act: 'Disagree',
    between: 'disagrees with',
    icon: Swords,
    color: 'var(--rebuts)',
    line: 'solid',
  },
  undercuts: {
    label: stanceNames.undercuts,
    act: 'Doesn’t follow',
    between: 'says it does not follow, to',
    icon: Unlink,
    color: 'var(--undercuts)',
    line: 'dashed',
  },
  supports: {
    label: stanceNames.supports,
    act: 'Agree',
    between: 'agrees with',
    icon: Check,
    color: 'var(--supports)',
    line: 'solid',
  },
  qualifies: {
    label: stanceNames.qualifies,
    act: 'Yes, but',
    between: 'says yes, but, to',
    icon: CornerDownRight,
    color: 'var(--qualifies)',
    line: 'double',
  },
  asks: {
    label: stanceNames.asks,
    act: 'Ask',
    between: 'asks',
    icon: CircleQuestionMark,
    color: 'var(--asks)',
    line: 'dotted',
  },
  concedes: {
    label: stanceNames.concedes,
    act: 'Grant the point',
    between: 'grants the point to',
    icon: Handshake,
    color: 'var(--concedes)',
    line: 'solid',
  },
};

export type KindLook = Look & { label: string; act: string };

export const kindLooks: Record<PointKind, KindLook> = {
  comment: { label: 'Comment', act: 'Comment', icon: MessageSquare, color: 'var(--ink-3)' },
  highlight: { label: 'Highlight', act: 'Highlight', icon: Highlighter, color: 'var(--claim-ink)' },
  question: { label: 'Asks', act: 'Ask', icon: CircleQuestionMark, color: 'var(--asks)' },
  claim: { label: 'Claim', act: 'Claim', icon: Flag, color: 'var(--claim-ink)' },
  card: { label: 'Card', act: 'Make a card', icon: FileText, color: 'var(--claim-ink)' },
};
