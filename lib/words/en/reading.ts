// What is said of: the text and its margin, the handout, the pages kept offline.

export const reading = {
  compose: {
    label: 'Your note',
    placeholder: 'What do you make of it?\n@ names someone, # adds a tag',
    choose: 'Choose what it is',
    chooseFirst: 'Choose what it is first.',
    post: 'Post',
  },
  margin: {
    new: 'New',
    news: '{count, number} new',
    resolved: 'Resolved',
    replies: '{count, plural, one {# reply} other {# replies}}',
    tally: {
      helpful: 'helpful {count, number}',
      'same-question': 'same question {count, number}',
      'well-argued': 'well argued {count, number}',
    },
    open: 'Open the thread of {author}',
    openWords: 'Open the thread of {author}: {words}',
    openNews: '{open}, {count, number} new',
  },
} as const;
