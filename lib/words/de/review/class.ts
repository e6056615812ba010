// What a review says of the class as a whole, in German.

export const classBoard = {
  title: 'Was als Nächstes zu besprechen ist: {reading}',
  place: { whole: 'Der ganze Text', paragraph: 'Absatz {number}' },
  plan: {
    title: 'Diese drei besprechen',
    print: 'Plan drucken',
    none: 'Nichts ist offen geblieben: keine Frage ohne Antwort, keine Stelle einseitig.',
    questions:
      '{people, plural, one {Eine Person hat gefragt, und niemand hat geantwortet.} other {# Personen haben gefragt, keine Antwort.}}',
    agreed: 'Einseitig: Alle haben zugestimmt.',
    objected: 'Einseitig: Alle haben widersprochen.',
    'open-objection': 'Ein Einwand, auf den niemand geantwortet hat.',
    uncontested: 'Vorgebracht, und niemand hat Stellung genommen.',
  },
  heat: {
    title: 'Am Text entlang',
    caption: 'Wie viele gesprochen, gefragt und widersprochen haben, Absatz für Absatz',
    paragraph: 'Absatz',
    people: 'Gesprochen',
    questions: 'Gefragt',
    disagreement: 'Widersprochen',
  },
  matrix: {
    title: 'Studierende',
    caption: 'Studierende und was sie getan haben',
    none: {
      title: 'Noch keine Studierenden',
      text: 'Wer dieser Diskussion als Mitglied beitritt, hat hier eine Zeile.',
      invite:
        'Wer dieser Diskussion als Mitglied beitritt, hat hier eine Zeile. Laden Sie mit einem Link dazu ein.',
    },
    hidden:
      'Diese Diskussion zeigt keine Zahlen. Öffnen Sie eine Arbeit an ihrer Stelle im Text, oder ändern Sie das in den Einstellungen.',
    student: 'Name',
    grade: 'Note',
    measure: {
      notes: 'Anmerkungen',
      questions: 'Fragen',
      replies: 'Antworten',
      repliedTo: 'Personen',
      passages: 'Stellen',
      late: 'Zu spät',
    },
    about: {
      notes: 'Eigene Anmerkungen',
      questions: 'Anmerkungen und Antworten, die etwas fragen',
      replies: 'Antworten auf andere',
      repliedTo: 'Verschiedene Personen, denen geantwortet wurde',
      passages: 'Verschiedene Stellen; überlappende zählen als eine',
      late: 'Nach Ablauf der Frist eingegangen',
    },
    figure: '{name}, {measure}: {count, number}',
    receivedLate: '{count, number} verspätet eingegangen',
    unanswered: 'niemand hat geantwortet',
  },
  clash: {
    title: 'Auseinandersetzung',
    uncontested: {
      title: 'Stellen, die niemand bestritten hat',
      none: 'Zu jeder Stelle hat jemand Stellung genommen.',
    },
    oneSided: {
      title: 'Einseitige Stellen',
      none: 'Wo Stellung genommen wurde, dann von beiden Seiten.',
      for: 'alle haben zugestimmt',
      against: 'alle haben widersprochen',
    },
    questions: { title: 'Fragen ohne Antwort', none: 'Jede Frage hat eine Antwort.' },
    unanswered: {
      title: 'Wem niemand geantwortet hat',
      none: 'Wer etwas gesagt hat, hat auch Antwort bekommen.',
    },
  },
  allGroups: {
    title: 'Durchsicht aller Gruppen',
    over: '{space} · Durchsicht',
    stood: 'Wie die Arbeit bei Fristende stand.',
    stands: 'Wie die Arbeit jetzt steht.',
    gradebook: 'Notenliste',
    canvas: 'Canvas-Datei',
    groups: 'Gruppen',
    all: 'Alle Gruppen ({count, number})',
    alone: 'Diese Gruppe für sich durchsehen',
    silent: '{title} zeigt keine Zahlen. <link>Im Text durchsehen</link>',
  },
} as const;
