// What is said of: assignments, rosters, groups, a course copied into a new term.

export const classes = {
  rows: {
    label: 'Assignments',
    noDates: 'No dates',
    discussions: '{count, plural, one {# discussion} other {# discussions}}',
    here: '{joined, number} of {placed, number} here',
  },
  assignment: {
    title: 'Assignment',
    over: '{course} · Assignment',
    discussions: 'Discussions',
    review: 'Review all groups',
    here: '{joined, number} of {placed, number} here',
    students: 'Students',
    settings: 'Settings',
  },
  new: {
    title: 'New assignment',
  },
} as const;
