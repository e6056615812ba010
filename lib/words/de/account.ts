// The front page, and everything around one's account, in German.

export const account = {
  front: {
    signIn: 'Anmelden',
    signUp: 'Konto anlegen',
    readTogether: 'Gemeinsam lesen.',
    answer: 'Punkt für Punkt antworten.',
    standfirst:
      'Eine Gruppe öffnet einen Meinungstext, markiert seine Stellen und antwortet einander am Rand, live.',
    onWords: 'Jede Anmerkung steht auf den Worten, um die es geht.',
    nobodyElse: 'Niemand kann ändern, was andere gesagt haben.',
    saved: 'Nichts heißt gespeichert, bevor es das ist.',
    demo: 'Die Beispieldebatte ausprobieren',
  },
  signIn: {
    title: 'Anmelden',
    newHere: 'Neu hier? <link>Konto anlegen</link>',
    guest:
      'Sie sind als {name} hier, als Gast. Was Sie gesagt haben, geht in das Konto über, bei dem Sie sich anmelden.',
    forgot: 'Passwort vergessen?',
    email: 'E-Mail',
    password: 'Passwort',
    passwordNeeded: 'Geben Sie Ihr Passwort ein.',
    act: 'Anmelden',
  },
} as const;
