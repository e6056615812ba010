// The terms of the product in German. A note is an Anmerkung, a reading a Text, a discussion a Diskussion, a card a Beleg;
// people are addressed as Sie.

export const terms = {
  kind: {
    comment: 'Bemerkung',
    highlight: 'Markierung',
    question: 'Fragt',
    claim: 'Behauptung',
    card: 'Beleg',
  },
  kindAct: {
    comment: 'Bemerken',
    highlight: 'Markieren',
    question: 'Fragen',
    claim: 'Behaupten',
    card: 'Beleg anlegen',
  },
  stance: {
    rebuts: 'Widerspricht',
    undercuts: 'Folgt nicht',
    supports: 'Stimmt zu',
    qualifies: 'Ja, aber',
    asks: 'Fragt nach',
    concedes: 'Räumt es ein',
  },
  stanceAct: {
    rebuts: 'Widersprechen',
    undercuts: 'Folgt nicht',
    supports: 'Zustimmen',
    qualifies: 'Ja, aber',
    asks: 'Nachfragen',
    concedes: 'Einräumen',
  },
  answers: {
    rebuts: '{who} widerspricht {whom}',
    undercuts: '{who} sagt {whom}, dass es nicht folgt',
    supports: '{who} stimmt {whom} zu',
    qualifies: '{who} sagt {whom}: ja, aber',
    asks: '{who} fragt {whom}',
    concedes: '{who} räumt {whom} den Punkt ein',
    none: '{who} antwortet {whom}',
  },
  standing: {
    'not-challenged': 'Nicht bestritten',
    answered: 'Bisher beantwortet',
    unanswered: 'Unbeantworteter Einwand',
    disputed: 'Umstritten',
  },
  reaction: { helpful: 'Hilfreich', 'same-question': 'Dieselbe Frage', 'well-argued': 'Gut begründet' },
  space: { course: 'Kurs', squad: 'Team' },
  given: { course: 'Kurs von {name}', guest: 'Gast', someone: 'Jemand' },
  /** Of an assistant, beside where one is. */
  limit: 'nur {count, plural, one {Teilkurs} other {Teilkurse}} {names}',
  role: {
    course: {
      owner: 'Lehrperson',
      assistant: 'Assistenz',
      member: 'Mitglied',
      observer: 'Publikum',
    },
    squad: { owner: 'Coach', assistant: 'Assistenz', member: 'Mitglied', observer: 'Publikum' },
  },
} as const;
