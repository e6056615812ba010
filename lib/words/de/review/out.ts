// What leaves a review: files, and what is released to students, in German.

export const out = {
  files: {
    open: 'Exportieren …',
    title: 'Exportieren',
    onlyThis: 'Nur Anmerkungen dieser Person',
    notes: {
      label: 'Anmerkungen',
      about: 'Jede Anmerkung mit ihrer Stelle, worauf sie antwortet, beiden Zeiten und Verspätung.',
    },
    receipts: {
      label: 'Noten mit Einzelwertungen',
      about: 'Jede Wertung hinter jeder Note: Aus dieser Datei lässt sich jede Note nachrechnen.',
    },
    gradebook: { label: 'Notenliste', about: 'Eine Zeile je Person, eine Spalte je Kriterium.' },
    canvas: {
      label: 'Canvas',
      about: 'Für den Import in Canvas. Leer heißt nicht benotet, EX entschuldigt.',
    },
    download: 'Herunterladen',
    downloadOf: '{file} herunterladen',
    noRubric: 'Noten brauchen ein Bewertungsraster: Wählen Sie eines in den Einstellungen.',
    writing: 'Die Datei wird geschrieben',
    done: '{name} ist auf Ihrem Gerät.',
  },
  check: {
    known: 'Canvas kennt alle Personen und die Spalte.',
    newColumn: 'Die Spalte hat keine Canvas-ID: Canvas legt dafür eine neue Aufgabe an.',
    unmatched:
      '{count, plural, one {# Person ohne Canvas-ID wird} other {# Personen ohne Canvas-ID werden}} ausgelassen',
  },
  release: {
    open: 'Freigeben …',
    title: 'Noten freigeben',
    about:
      'Alle sehen dann an Ort und Stelle ihre eigenen Wertungen und persönlichen Rückmeldungen und wie ihre Note entsteht, und nichts über andere. Was freigegeben ist, können Sie zurückziehen.',
    ready:
      '<b>{ready, plural, one {# Person ist} other {# Personen sind}}</b> fertig gewertet und noch nicht freigegeben; {released, number} bereits freigegeben.',
    unready: '{count, plural, one {# Person ist} other {# Personen sind}} nicht fertig gewertet',
    withdrawAll: 'Alle Freigaben zurückziehen',
    withdrawnAll: 'Alle Freigaben sind zurückgezogen.',
    all: 'Für alle freigeben',
    releasedAll: 'Für alle freigegeben.',
    act: 'Für {count, number} freigeben',
    done: 'Für {count, plural, one {# Person} other {# Personen}} freigegeben.',
  },
} as const;
