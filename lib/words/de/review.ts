// What is said of: what an instructor or chair looks through, marks and releases, in German.

import { classBoard } from './review/class.ts';
import { out } from './review/out.ts';
import { own } from './review/own.ts';
import { rubrics } from './review/rubrics.ts';
import { setup } from './review/setup.ts';
import { student } from './review/student.ts';

export const review = {
  bar: {
    shown: 'Was zu sehen ist',
    allGroups: 'Alle Gruppen',
    class: 'Alle zusammen',
    students: 'Einzeln',
    asOf: 'Zu welchem Zeitpunkt',
    due: 'Bei Fristende',
    unlock: 'Vor dem Blick auf andere',
    now: '{edits, plural, =0 {Jetzt} one {Jetzt · # Änderung seither} other {Jetzt · # Änderungen seither}}',
    hideNames: 'Namen verbergen',
    reviewed: '{done, number} von {all, number} durchgesehen',
    save: {
      saved: 'Wertungen gespeichert',
      saving: 'Wertungen werden gespeichert …',
      waiting: 'Keine Verbindung: Wertungen sind nur auf dieser Seite',
      refused: 'Eine Wertung wurde nicht angenommen; laden Sie neu und sehen Sie nach',
    },
  },
  numbered: 'Person {number, number}',
  class: classBoard,
  student,
  rubrics,
  setup,
  out,
  own,
} as const;
