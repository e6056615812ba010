// What a review says of one student, in German. A private word is a persönliche Rückmeldung, the comment bank are Textbausteine.

export const student = {
  work: 'Die Arbeit von {name}',
  students: 'Studierende',
  rubric: 'Bewertungsraster',
  sight: {
    none: '{name} hat die Anmerkungen der anderen noch nicht gesehen: Das hier ist alles.',
    before: 'Was {name} geschrieben hatte, bevor die Anmerkungen der anderen zu sehen waren: {at}.',
  },
  silent: '{name} hat hier nichts gesagt, soweit es gezeigt wird.',
  marking: 'Gewertet wird <b>{target, select, whole {das Ganze} other {diese Anmerkung}}</b>',
  markWhole: 'Das Ganze werten',
  noRubric:
    'Noch kein Bewertungsraster. Wählen Sie oben in den Einstellungen eines; eine Rückmeldung können Sie schon jetzt schreiben.',
  release: 'Für {name} freigeben',
  released: 'Für {name} freigegeben.',
  withdraw: 'Freigabe für {name} zurückziehen',
  withdrawn: 'Die Freigabe für {name} ist zurückgezogen.',
  keys: {
    spoken:
      'Tasten: J und K Person, N und P Anmerkung, C Kriterium, 1 bis 9 Stufe, W persönliche Rückmeldung',
    shown:
      '<key>J</key> <key>K</key> Person <key>N</key> <key>P</key> Anmerkung <key>C</key> Kriterium <key>1</key>–<key>9</key> Stufe <key>W</key> Rückmeldung',
  },
  line: {
    notes: '{count, plural, one {# Anmerkung} other {# Anmerkungen}}',
    replies:
      '{count, plural, one {# Antwort} other {# Antworten}} an {people, plural, one {# Person} other {# Personen}}',
    late: '{count, number} zu spät',
    receivedLate: '{count, number} verspätet eingegangen',
    released: 'freigegeben',
  },
  note: {
    answers: 'antwortet <name>{who}</name>',
    answersWords: 'antwortet <name>{who}</name>: „<quote>{words}</quote>“',
    noWords: 'Ohne Worte.',
    takenBackSince: '<b>Seither geändert.</b> Die Anmerkung wurde zurückgezogen.',
    editedSince: '<b>Seither geändert.</b> Jetzt heißt es: „<quote>{words}</quote>“',
    hideThread: 'Faden ausblenden',
    showThread: 'Der Faden darum herum, {count, number} insgesamt',
    'received-late': 'Laut Gerät geschrieben: {written}; eingegangen: {received}.',
    accepted: 'Eingegangen: {received}, nach Ablauf der Frist; gilt als rechtzeitig.',
    late: 'Zu spät eingegangen: {received}.',
    accept: 'Gelten lassen',
    undo: 'Rückgängig',
  },
  marks: 'Wertungen nach dem Raster',
  words: 'Persönliche Rückmeldungen',
  takeBack: 'Zurückziehen',
  panel: {
    soFar: 'Bisher',
    total: 'Summe',
    unmarked:
      'Noch nicht gewertet: {criteria}. Nicht gewertet heißt nicht null: Eine Note gibt es erst, wenn alle Kriterien gewertet sind.',
    level: '{descriptor} ({points} Punkte, Taste {key, number})',
    none: 'Noch keine Wertung',
    best: '{count, plural, one {# Wertung} other {# Wertungen}}, die beste zählt',
    latest: '{count, plural, one {# Wertung} other {# Wertungen}}, die letzte zählt',
    mean: '{count, plural, one {# Wertung} other {# Wertungen}}, im Durchschnitt',
    gave: '{name} hat {target, select, whole {das Ganze} other {eine Anmerkung}} mit {level} gewertet.',
  },
  figure: {
    excused: 'entschuldigt',
    overridden: 'Abweichend vom Raster',
    unmarked:
      '{count, plural, one {# Kriterium ist noch nicht gewertet} other {# Kriterien sind noch nicht gewertet}}',
  },
  override: {
    excused: '<b>Entschuldigt</b>, entschieden von {name}: {reason}',
    points: '<b>{points} Punkte</b>, entschieden von {name}: {reason}',
    change: 'Abweichende Note ändern',
    open: 'Abweichend benoten …',
    openExcuse: 'Entschuldigen …',
    title: 'Abweichend vom Raster benoten',
    titleExcuse: 'Diese Person entschuldigen',
    field: 'Punkte, von {most}',
    pointsNeeded: 'Geben Sie die Punkte als Zahl ein, zum Beispiel 8,5.',
    reason: 'Begründung',
    reasonHelp: 'Steht für die benotete Person bei der Note und bleibt bei den Einzelwertungen aufgehoben.',
    reasonNeeded: 'Schreiben Sie, warum: Die benotete Person liest es.',
    takeBack: 'Wieder das Raster gelten lassen',
    takenBack: 'Zurückgenommen',
    act: 'Abweichend benoten',
    actExcuse: 'Entschuldigen',
  },
  word: {
    label:
      'Persönliche Rückmeldung an {name}, {target, select, whole {zum Ganzen} other {zu dieser Anmerkung}}',
    placeholder: 'Nur für diese Person, sobald freigegeben',
    add: 'Hinzufügen',
    keep: 'Als Textbaustein merken',
    kept: 'Bei den Textbausteinen dieses Kurses gespeichert.',
    bank: 'Aus den Textbausteinen',
    choose: 'Aus den Textbausteinen …',
    drop: 'Textbaustein entfernen',
  },
} as const;
