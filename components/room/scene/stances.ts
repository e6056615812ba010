// How stances and kinds look on screen: an icon, a hue and a line style each (U15, U55). Their words are in the catalogue.

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

export type Look = { icon: LucideIcon; color: string };
type StanceLook = Look & { line: 'solid' | 'dashed' | 'dotted' | 'double' };

export const stanceLooks: Record<Stance, StanceLook> = {
  rebuts: {
    icon: Swords,
    color: 'var(--rebuts)',
    line: 'solid',
  },
  undercuts: {
    icon: Unlink,
    color: 'var(--undercuts)',
    line: 'dashed',
  },
  supports: {
    icon: Check,
    color: 'var(--supports)',
    line: 'solid',
  },
  qualifies: {
    icon: CornerDownRight,
    color: 'var(--qualifies)',
    line: 'double',
  },
  asks: {
    icon: CircleQuestionMark,
    color: 'var(--asks)',
    line: 'dotted',
  },
  concedes: {
    icon: Handshake,
    color: 'var(--concedes)',
    line: 'solid',
  },
};

export const kindLooks: Record<PointKind, Look> = {
  comment: { icon: MessageSquare, color: 'var(--ink-3)' },
  highlight: { icon: Highlighter, color: 'var(--claim-ink)' },
  question: { icon: CircleQuestionMark, color: 'var(--asks)' },
  claim: { icon: Flag, color: 'var(--claim-ink)' },
  card: { icon: FileText, color: 'var(--claim-ink)' },
};
