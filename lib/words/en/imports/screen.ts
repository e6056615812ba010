// Bringing in a text: where it comes from, how it will read, publishing it.

export const screen = {
  title: 'New reading',
  source: {
    title: 'Bring in a text',
    under: 'Next you see how it will read, and can correct its title and names.',
    unreadable: 'This could not be read',
    text: 'Text',
    placeholder: 'Paste the op-ed here, title first, or drop a file',
    missing: 'There is no text yet. Paste one, or choose a file.',
    orFile: 'Or a file: PDF, Word (.docx), e-book (.epub), web page, Markdown or plain text, at most {size}.',
    tooLarge: '“{name}” is larger than {size}. Choose a smaller file, or paste the part you need.',
    preview: 'See how it reads',
    choose: 'Choose a file',
    fromWeb: 'From the web',
    reading: 'Reading {kind, select, text {your text} other {{what}}}',
    readingNow: 'Reading {kind, select, text {your text} other {{what}}}…',
    page: 'page {done, number} of {of, number}',
  },
  web: {
    label: 'From a web address',
    help: 'The server fetches the page and takes the article from it. Only pages open to everyone, at most 5 MB.',
    fetch: 'Fetch the page',
    fault: {
      missing: 'There is no address yet. Paste the one of the page.',
      'no-address': 'This is not the address of a web page. It looks like https://example.org/article.',
    },
  },
  book: {
    untitled: 'This book',
    ask: 'A book comes in by the chapter. Which one will you read?',
    words: '{count, number} words',
    another: 'Choose another file',
  },
  preview: {
    form: 'Publish',
    title: 'Almost there',
    size: '{paragraphs, plural, one {# paragraph} other {# paragraphs}} · {words, plural, one {# word} other {# words}}',
    noWords: 'No words are left in this text. Undo, or go back.',
    unfinished: 'Not finished',
    space: 'Publish in',
    publish: {
      discussion: 'Publish and discuss',
      assignment: 'Publish and set the assignment',
      room: 'Publish and add to the debate',
    },
    half: {
      discussion: 'The reading is published, but its discussion did not open. {why}',
      room: 'The reading is published, but the debate did not take it. {why}',
    },
    back: 'Back',
    onTheWay: 'On the way in',
  },
  view: {
    legend: 'How the text is shown',
    read: 'As it reads',
    correct: 'Correct it',
    found: 'As found',
    sheet: 'How it will read',
    page: 'Page {page}',
  },
} as const;
