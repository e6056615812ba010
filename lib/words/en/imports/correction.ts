// Correcting a text, and what that does to its notes.

export const correction = {
  title: 'Correct the text',
  sheet: 'Version {number}, to be corrected',
  under: '{title}, version {number}',
  earlier: {
    title: 'You were correcting version {kept}; this is version {now}.',
    text: 'Your corrections were not published, and they are not in this text. Here is what yours said differently:',
    done: 'I have taken over what I need',
  },
  publish: {
    form: 'Publish',
    look: 'See what it does to the notes',
    act: 'Publish version {number}',
    changed:
      'The version before stays as it is. Open discussions are offered the new one; no note is changed or lost.',
    unchanged: 'Nothing is changed yet. Correct the words in place.',
    late: 'Someone was first',
    failed: 'Not published',
    goOn: 'Go on in their version',
  },
  /** What becomes of the notes, joined by commas: the first part names them. */
  outlook: {
    none: 'No note is touched.',
    first: {
      exact: '{count, plural, one {# note stays exact} other {# notes stay exact}}',
      moved: '{count, plural, one {# note moves} other {# notes move}}',
      reworded: '{count, plural, one {# note is reworded} other {# notes are reworded}}',
      lost: '{count, plural, one {# note loses its words} other {# notes lose their words}}',
    },
    more: {
      exact: '{count, plural, one {# stays exact} other {# stay exact}}',
      moved: '{count, plural, one {# moves} other {# move}}',
      reworded: '{count, plural, one {# is reworded} other {# are reworded}}',
      lost: '{count, plural, one {# loses its words} other {# lose their words}}',
    },
  },
  /** On one note. */
  state: {
    moved: 'Moves',
    reworded: 'Reworded',
    uncertain: 'Loses its words',
    gone: 'Loses its words',
  },
  versions: {
    label: 'Versions of this text',
    one: 'Version {number}, <time></time>',
    by: 'Version {number} by {name}, <time></time>',
  },
} as const;
