// What is said of: what an instructor or chair looks through, marks and releases.

import { classBoard } from './review/class.ts';
import { out } from './review/out.ts';
import { own } from './review/own.ts';
import { rubrics } from './review/rubrics.ts';
import { setup } from './review/setup.ts';
import { student } from './review/student.ts';

export const review = {
  bar: {
    shown: 'What is shown',
    allGroups: 'All groups',
    class: 'Class',
    students: 'One by one',
    asOf: 'As of when',
    due: 'At the deadline',
    unlock: 'Before seeing others’',
    now: '{edits, plural, =0 {Now} one {Now · # edit since} other {Now · # edits since}}',
    hideNames: 'Hide names',
    reviewed: '{done, number} of {all, number} reviewed',
    save: {
      saved: 'Marks saved',
      saving: 'Saving marks…',
      waiting: 'Not connected: marks are only on this page',
      refused: 'A mark was not taken; reload and look again',
    },
  },
  /** A student whose name is hidden while grading. */
  numbered: 'Student {number, number}',
  class: classBoard,
  student,
  rubrics,
  setup,
  out,
  own,
} as const;
