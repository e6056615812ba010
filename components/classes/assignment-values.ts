// An assignment as its form holds it: everything as typed, until it is sent. Pure.

import { fromLocal, toLocal } from '#lib/model/classes/assignment.ts';
import type { VisibilityRule } from '#lib/model/visibility.ts';

export type AssignmentValues = {
  title: string;
  prompt: string;
  timeZone: string;
  /** As `datetime-local` inputs give them; empty is none. */
  notesDue: string;
  repliesDue: string;
  closes: string;
  requiredNotes: string;
  requiredReplies: string;
  visibility: VisibilityRule['kind'];
  /** For "after their own notes". */
  ownNotes: string;
  ownWords: string;
  /** For "from a date". */
  visibleFrom: string;
  /** For "when you open it". */
  isOpened: boolean;
  names: 'named' | 'pseudonymous';
  columnTitle: string;
};

export type SettingsBody = {
  title: string;
  prompt: string;
  timeZone: string;
  notesDueAt: string | null;
  repliesDueAt: string | null;
  closesAt: string | null;
  requiredNotes: number;
  requiredReplies: number;
  visibility: VisibilityRule;
  names: 'named' | 'pseudonymous';
  columnTitle: string;
};

/** What can be wrong, as the catalogue says it (`classes.fault`). */
type Fault = 'title' | 'count' | 'visibleFrom' | 'repliesBeforeNotes' | 'closesBeforeDue';
export type Faulty = Partial<Record<keyof AssignmentValues, Fault>>;

/** What a new assignment begins with: three notes, and others' after one's own. */
export function newValues(title: string, timeZone: string): AssignmentValues {
  return {
    title,
    prompt: '',
    timeZone,
    notesDue: '',
    repliesDue: '',
    closes: '',
    requiredNotes: '3',
    requiredReplies: '2',
    visibility: 'after-own-notes',
    ownNotes: '3',
    ownWords: '15',
    visibleFrom: '',
    isOpened: false,
    names: 'named',
    columnTitle: title,
  };
}

/** A standing assignment as its form shows it. */
export function valuesOf(settings: SettingsBody): AssignmentValues {
  const { timeZone, visibility } = settings;
  const local = (at: string | null) => (at === null ? '' : toLocal(at, timeZone));
  return {
    ...newValues(settings.title, timeZone),
    prompt: settings.prompt,
    notesDue: local(settings.notesDueAt),
    repliesDue: local(settings.repliesDueAt),
    closes: local(settings.closesAt),
    requiredNotes: String(settings.requiredNotes),
    requiredReplies: String(settings.requiredReplies),
    visibility: visibility.kind,
    ...(visibility.kind === 'after-own-notes' && {
      ownNotes: String(visibility.notes),
      ownWords: String(visibility.words),
    }),
    ...(visibility.kind === 'from' && { visibleFrom: local(visibility.at) }),
    ...(visibility.kind === 'when-opened' && { isOpened: visibility.opened }),
    names: settings.names,
    columnTitle: settings.columnTitle,
  };
}

/** What is wrong with what was typed; nothing where it can be sent. */
export function faultsIn(values: AssignmentValues): Faulty {
  const faults: Faulty = {};
  if (values.title.trim() === '') faults.title = 'title';
  for (const name of ['requiredNotes', 'requiredReplies', 'ownNotes', 'ownWords'] as const)
    if (!isCount(values[name])) faults[name] = 'count';
  if (values.visibility === 'from' && values.visibleFrom === '') faults.visibleFrom = 'visibleFrom';
  const [notes, replies, closes] = [values.notesDue, values.repliesDue, values.closes];
  if (notes && replies && replies < notes) faults.repliesDue = 'repliesBeforeNotes';
  const last = [notes, replies].filter(Boolean).sort().at(-1);
  if (closes && last && closes < last) faults.closes = 'closesBeforeDue';
  return faults;
}

function isCount(text: string): boolean {
  return /^\d{1,3}$/.test(text.trim()) && Number(text) <= 100;
}

/** What is sent, for values without faults. */
export function bodyOf(values: AssignmentValues): SettingsBody {
  const at = (local: string) => (local === '' ? null : fromLocal(local, values.timeZone));
  return {
    title: values.title,
    prompt: values.prompt,
    timeZone: values.timeZone,
    notesDueAt: at(values.notesDue),
    repliesDueAt: at(values.repliesDue),
    closesAt: at(values.closes),
    requiredNotes: Number(values.requiredNotes),
    requiredReplies: Number(values.requiredReplies),
    visibility: ruleOf(values),
    names: values.names,
    columnTitle: values.columnTitle.trim() || values.title,
  };
}

function ruleOf(values: AssignmentValues): VisibilityRule {
  switch (values.visibility) {
    case 'open':
      return { kind: 'open' };
    case 'after-own-notes':
      return { kind: 'after-own-notes', notes: Number(values.ownNotes), words: Number(values.ownWords) };
    case 'from':
      return { kind: 'from', at: fromLocal(values.visibleFrom, values.timeZone) ?? '' };
    case 'when-opened':
      return { kind: 'when-opened', opened: values.isOpened };
  }
}
