// What is said of: the text and its margin, the handout, the pages kept offline, in German.

export const reading = {
  compose: {
    label: 'Ihre Anmerkung',
    placeholder: 'Was halten Sie davon?\n@ nennt jemanden, # setzt ein Schlagwort',
    choose: 'Wählen Sie, was es ist',
    chooseFirst: 'Wählen Sie zuerst, was es ist.',
    post: 'Veröffentlichen',
  },
  margin: {
    new: 'Neu',
    news: '{count, number} neu',
    resolved: 'Erledigt',
    replies: '{count, plural, one {# Antwort} other {# Antworten}}',
    tally: {
      helpful: 'hilfreich {count, number}',
      'same-question': 'dieselbe Frage {count, number}',
      'well-argued': 'gut begründet {count, number}',
    },
    open: 'Faden von {author} öffnen',
    openWords: 'Faden von {author} öffnen: {words}',
    openNews: '{open}, {count, number} neu',
  },
} as const;
