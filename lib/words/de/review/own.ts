// What a student reads on the page of their own work, in German.

export const own = {
  work: 'Ihre Arbeit',
  silent: {
    title: 'Sie haben hier noch nichts gesagt',
    text: 'Wählen Sie Worte im Text aus, um zu beginnen.',
    act: 'Zum Text',
  },
  edited: 'Nach Ablauf der Frist geändert: {at}. Die Lehrperson sieht beide Fassungen.',
  marks: 'Ihre Wertungen',
  notReleased:
    'Für Sie ist noch nichts freigegeben. Sobald Ihre Lehrperson es freigibt, stehen Ihre Wertungen hier und im Text.',
  noRubric:
    'Hier gibt es kein Bewertungsraster. Was Ihre Lehrperson Ihnen geschrieben hat, steht unten und im Text.',
  recorded: {
    title: 'Was festgehalten wird',
    counts:
      'Ihre Lehrperson sieht: {line}; {questions, plural, one {# davon fragt} other {# davon fragen}} etwas; {passages, plural, one {# Stelle} other {# verschiedene Stellen}}.',
    noCounts: 'Ihre Lehrperson sieht Ihre Arbeit selbst und keine Zahlen dazu.',
    kept: 'Zu jeder Anmerkung hält der Server fest, wann sie einging und welchen Wortlaut sie jeweils hatte. Niemand hält fest, wie lange Sie gelesen haben. Aus Zahlen wird nie eine Note.',
    notesDue: 'Anmerkungen waren fällig: {at}.',
    repliesDue: 'Antworten waren fällig: {at}.',
  },
  grade: {
    title: 'Ihre Note',
    excused: 'Entschuldigt',
    none: 'Noch nicht vollständig',
    complete: 'Vollständig',
    incomplete: 'Unvollständig',
    decided: 'Von Ihrer Lehrperson entschieden: {reason}',
    rubricAlone: 'Das Bewertungsraster allein ergibt {points}.',
    unmarked: 'Noch nicht gewertet: {criteria}. Nicht gewertet heißt nicht null.',
    noMark: 'noch keine Wertung',
    oneMark: 'eine Wertung: {points}',
    best: 'die beste von {points}',
    latest: 'die letzte von {points}',
    mean: 'Durchschnitt von {points}',
    between: '; ',
  },
} as const;
