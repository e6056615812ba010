// The rubrics that one can begin with, in German.

export const rubrics = {
  complete: {
    name: 'Vollständig oder unvollständig',
    criterion: 'Vollständig',
    no: { name: 'Unvollständig', descriptor: 'Etwas, das verlangt war, fehlt.' },
    yes: { name: 'Vollständig', descriptor: 'Alles, was verlangt war, ist da.' },
  },
  seminar: {
    name: 'Anmerkungen im Seminar',
    reads: {
      name: 'Liest genau',
      l1: 'Spricht allgemein über den Text',
      l2: 'Zeigt auf die Stelle',
      l3: 'Sagt, was die Worte bewirken',
      l4: 'Zeigt, was an genau diesen Worten hängt',
    },
    engages: {
      name: 'Geht auf andere ein',
      l1: 'Sagt Ja oder Nein',
      l2: 'Greift auf, was gesagt wurde',
      l3: 'Antwortet auf die Begründung, nicht auf die Person',
      l4: 'Bringt das Argument der anderen weiter',
    },
    asks: {
      name: 'Stellt eine echte Frage',
      l1: 'Fragt, was der Text sagt',
      l2: 'Fragt, was er bedeutet',
      l3: 'Fragt, was wahr sein müsste',
      l4: 'Fragt, was hier noch niemand beantworten kann',
    },
  },
} as const;
