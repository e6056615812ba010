// What the reader is at: the open thread, the note being written, the point being answered, what is lit, which panel.
// One reducer, so that opening one thing always closes what it replaces.

import { createContext, useContext, useReducer } from 'react';
import type { Ref } from '#lib/model/record.ts';
import type { Target } from '#lib/sync/device/drafts.ts';
import type { Answering } from '../thread/thread-view.tsx';

export type PanelKind = { kind: 'notes'; block: number | null } | { kind: 'contents' };

export type Attention = {
  /** The point that is open: its thread is the active card. */
  active: Ref | null;
  composing: Target | null;
  answering: Answering | null;
  /** The note that waits for the words it is about, in a version of the text that lost them. */
  placing: Ref | null;
  lit: Ref | null;
  /** Lists, for where there is no margin. */
  panel: PanelKind | null;
};

export type Move =
  | { type: 'open'; ref: Ref }
  | { type: 'compose'; target: Target }
  | { type: 'answer'; answering: Answering | null }
  | { type: 'place'; ref: Ref | null }
  | { type: 'light'; ref: Ref | null }
  | { type: 'list'; panel: PanelKind }
  | { type: 'close' };

const nothing: Attention = {
  active: null,
  composing: null,
  answering: null,
  placing: null,
  lit: null,
  panel: null,
};

export function attend(state: Attention, move: Move): Attention {
  switch (move.type) {
    case 'open':
      return state.active === move.ref && !state.panel
        ? state
        : { ...nothing, lit: state.lit, active: move.ref };
    case 'compose':
      return { ...nothing, composing: move.target };
    case 'answer':
      return {
        ...state,
        answering: move.answering,
        placing: null,
        active: state.active ?? move.answering?.to ?? null,
        composing: null,
      };
    case 'place':
      return { ...state, placing: move.ref, answering: null, composing: null };
    case 'light':
      return state.lit === move.ref ? state : { ...state, lit: move.ref };
    case 'list':
      return { ...nothing, panel: move.panel };
    case 'close':
      return nothing;
  }
}

/** Of its own, and not part of the open room: it changes with every card that is pointed at, and few ask for it. */
export const AttentionContext = createContext<Attention | null>(null);

export function useAttention(): Attention {
  const attention = useContext(AttentionContext);
  if (!attention) throw new Error('a view of a room was rendered outside its frame');
  return attention;
}

/** For the frame, which keeps it. */
export function useAttending() {
  return useReducer(attend, nothing);
}
