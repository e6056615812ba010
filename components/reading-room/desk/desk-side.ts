// What both sides of the desk are given: the text, and the notes beside it.

import type { RefObject } from 'react';
import type { Layout } from '#components/ui/device/use-media.ts';
import type { Ref } from '#lib/model/record.ts';
import type { Target } from '#lib/sync/device/drafts.ts';
import type { Finding } from '../find/use-filter.ts';
import type { MarginDraft } from '../margin/use-placement.ts';
import type { Opening } from '../opening/use-opening.ts';
import type { Geometry } from '../text/use-geometry.ts';
import type { DeskParts } from './use-desk-parts.ts';

export type DeskSide = {
  articleRef: RefObject<HTMLElement | null>;
  finding: Finding;
  drafts: readonly MarginDraft[];
  layout: Layout;
  /** Where the text stands, once that is known. */
  geometry: Geometry | null;
  parts: DeskParts | null;
  onOpen: Opening['open'];
  onCompose: (target: Target) => void;
  onLight: (ref: Ref | null) => void;
};
