// What a student reads on the page of their own work: what is recorded of it, and its marks once released.

export const own = {
  work: 'Your work',
  silent: {
    title: 'You have said nothing here yet',
    text: 'Select words in the text to begin.',
    act: 'To the text',
  },
  edited: 'Edited {at}, after it was due: instructors see both.',
  marks: 'Your marks',
  notReleased:
    'Nothing is released to you yet. Once your instructor releases it, your marks stand here and in the text.',
  noRubric: 'There is no rubric here. What your instructor wrote to you stands below and in the text.',
  recorded: {
    title: 'What is recorded',
    counts:
      'Your instructors see: {line}; {questions, plural, one {# that asks} other {# that ask}}; {passages, plural, one {# different passage} other {# different passages}}.',
    noCounts: 'Your instructors see your work itself, and no counts of it.',
    kept: 'With each note the server keeps when it was received and every wording it had. Nobody records how long you read. Counts never become a grade.',
    notesDue: 'Notes were due {at}.',
    repliesDue: 'Replies were due {at}.',
  },
  grade: {
    title: 'Your grade',
    excused: 'Excused',
    none: 'Not complete yet',
    complete: 'Complete',
    incomplete: 'Incomplete',
    decided: 'Decided by your instructor: {reason}',
    rubricAlone: 'The rubric alone says {points}.',
    unmarked: 'Not marked yet: {criteria}. Unmarked is not zero.',
    noMark: 'no mark yet',
    oneMark: 'one mark: {points}',
    best: 'best of {points}',
    latest: 'latest of {points}',
    mean: 'mean of {points}',
    /** Between points in a row. */
    between: ', ',
  },
} as const;
