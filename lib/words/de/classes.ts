// What is said of: assignments, rosters, groups, a course copied into a new term, in German.

export const classes = {
  rows: {
    label: 'Aufgaben',
    noDates: 'Keine Termine',
    discussions: '{count, plural, one {# Diskussion} other {# Diskussionen}}',
    here: '{joined, number} von {placed, number} hier',
  },
  assignment: {
    title: 'Aufgabe',
    over: '{course} · Aufgabe',
    discussions: 'Diskussionen',
    review: 'Alle Gruppen durchsehen',
    here: '{joined, number} von {placed, number} hier',
    students: 'Studierende',
    settings: 'Einstellungen',
  },
  new: {
    title: 'Neue Aufgabe',
  },
} as const;
