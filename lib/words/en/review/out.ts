// What leaves a review: files, and what is released to students.

export const out = {
  files: {
    open: 'Export…',
    title: 'Export',
    onlyThis: 'Notes of this student only',
    notes: {
      label: 'Notes',
      about: 'Every note with its passage, what it answers, both times, lateness.',
    },
    receipts: {
      label: 'Grades with receipts',
      about: 'Every mark behind every grade: each can be worked out again from this file.',
    },
    gradebook: { label: 'Gradebook', about: 'One row a student, one column a criterion.' },
    canvas: {
      label: 'Canvas',
      about: 'For Canvas’s own import. Blank is not graded, EX is excused.',
    },
    download: 'Download',
    downloadOf: 'Download {file}',
    noRubric: 'Grades need a rubric: choose one in the settings.',
    writing: 'Writing the file',
    done: '{name} is on your device.',
  },
  check: {
    known: 'Everyone and the column are known to Canvas.',
    newColumn: 'The column has no Canvas id: Canvas will make a new assignment of it.',
    unmatched: '{count, plural, one {# person} other {# people}} without a Canvas id will be left out',
  },
  release: {
    open: 'Release…',
    title: 'Release grades',
    about:
      'Each student then sees their own marks and private words in place, how the grade is made, and nothing about others. You can withdraw what was released.',
    ready:
      '<b>{ready, plural, one {# student is} other {# students are}}</b> fully marked and not released yet; {released, number} released already.',
    unready: '{count, plural, one {# student is} other {# students are}} not fully marked',
    withdrawAll: 'Withdraw all',
    withdrawnAll: 'All reviews are withdrawn.',
    all: 'Release to everyone',
    releasedAll: 'Released to everyone.',
    act: 'Release to {count, number}',
    done: 'Released to {count, plural, one {# student} other {# students}}.',
  },
} as const;
