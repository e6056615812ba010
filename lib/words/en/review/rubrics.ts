// The rubrics that one can begin with. Whoever takes one over has its words as their own from then on.

export const rubrics = {
  complete: {
    name: 'Complete or incomplete',
    criterion: 'Complete',
    no: { name: 'Incomplete', descriptor: 'Something that was asked for is missing.' },
    yes: { name: 'Complete', descriptor: 'Everything that was asked for is there.' },
  },
  seminar: {
    name: 'Seminar notes',
    reads: {
      name: 'Reads closely',
      l1: 'Speaks about the text in general',
      l2: 'Points at the passage',
      l3: 'Says what the words do',
      l4: 'Shows what hangs on these very words',
    },
    engages: {
      name: 'Engages others',
      l1: 'Says yes or no',
      l2: 'Takes up what was said',
      l3: 'Answers the reason, not the person',
      l4: 'Moves the other’s argument on',
    },
    asks: {
      name: 'Asks a real question',
      l1: 'Asks what the text says',
      l2: 'Asks what it means',
      l3: 'Asks what would have to be true',
      l4: 'Asks what nobody here can answer yet',
    },
  },
} as const;
