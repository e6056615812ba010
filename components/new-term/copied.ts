// What the pages of a copy know of the course it is made from.

import type { Dates } from '#lib/model/classes/assignment.ts';
import type { VisibilityRule } from '#lib/model/visibility.ts';

export type CopiedAssignment = Dates & {
  id: string;
  title: string;
  prompt: string;
  timeZone: string;
  visibility: VisibilityRule;
  reading: string;
  rooms: readonly string[];
  rubric: string | null;
  notes: number;
};

export type Copied = {
  name: string;
  assignments: readonly CopiedAssignment[];
  readings: number;
  rubrics: number;
  comments: number;
};
