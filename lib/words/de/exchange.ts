// What is said of taking discussions out of a room and bringing them in, in German.

export const exchange = {
  menu: {
    label: 'Export und Import',
    export: 'Diskussion exportieren',
    print: 'Text mit Anmerkungen drucken',
    import: 'Anmerkungen importieren',
  },
  progress: '{done, number} von {all, number}',
  out: {
    title: 'Diskussion exportieren',
    about: 'Die Datei enthält, was Sie hier sehen dürfen, auf dem jetzigen Stand.',
    onlyShown: 'Nur was der Filter zeigt',
    shown:
      '{shown, number} von {all, plural, one {# Anmerkung} other {# Anmerkungen}}, jede mit allen Antworten',
    whole: 'Ein Archiv enthält immer die ganze Diskussion.',
    reading: 'Die Diskussion wird gelesen …',
    format: 'Format',
    allCarried: 'Alles in dieser Diskussion wird übernommen.',
    notCarried: 'Was dieses Format nicht übernehmen kann',
    writing: 'Die Datei wird geschrieben …',
    packing: 'Die Datei wird gepackt …',
    done: 'Die Datei liegt bei Ihren Downloads.',
    download: 'Herunterladen',
  },
  in: {
    title: 'Anmerkungen importieren',
    about:
      'Dateien von Hypothesis, Web Annotation, Kialo, Argdown, AIF oder CSV oder das Archiv einer Diskussion. Sie sehen, was verstanden wurde, bevor etwas geschrieben wird. Wer die Anmerkungen verfasst hat, wird als importiert genannt und kann sich nicht anmelden.',
    choose: 'Datei wählen',
    chooseOther: 'Andere Datei wählen',
    reading: 'Die Datei wird gelesen …',
    writing: 'Wird übernommen …',
    import: '{notes, plural, one {# Anmerkung importieren} other {# Anmerkungen importieren}}',
    open: 'Als neue Diskussion öffnen',
    finish: 'Fertig',
    found: {
      none: '<b>{file}</b> enthält {notes, plural, one {# Anmerkung} other {# Anmerkungen}} von {people, plural, one {# Person} other {# Personen}}.',
      all: '<b>{file}</b> enthält {notes, plural, one {# Anmerkung} other {# Anmerkungen}} von {people, plural, one {# Person} other {# Personen}}:',
      more: '<b>{file}</b> enthält {notes, plural, one {# Anmerkung} other {# Anmerkungen}} von {people, plural, one {# Person} other {# Personen}}, hier die ersten:',
    },
    notes: 'Anmerkungen in dieser Datei',
    report: 'Was gefunden wurde und was sich nicht übernehmen ließ',
    archive:
      'Dieses Archiv enthält die Diskussion „{title}“: {notes, plural, one {# Anmerkung} other {# Anmerkungen}} von {people, plural, one {# Person} other {# Personen}}. Daraus wird eine neue Diskussion; diese hier bleibt, wie sie ist.',
    archiveReport: 'Was das Archiv nicht enthält',
    done: '{notes, plural, one {# Anmerkung wurde übernommen.} other {# Anmerkungen wurden übernommen.}}',
    opened: 'Daraus ist eine eigene Diskussion geworden. <link>„{title}“ öffnen</link>',
    openedReport: 'Was sich nicht übernehmen ließ',
    stopped: {
      notes:
        'Angehalten. Was bis dahin geschrieben war, bleibt; dieselbe Datei noch einmal zu importieren, ergänzt den Rest.',
      archive:
        'Angehalten. Vom Archiv wurde nichts behalten, es sei denn, es war gerade fertig geworden: Dann ist es in Ihrer Bibliothek.',
    },
  },
} as const;
