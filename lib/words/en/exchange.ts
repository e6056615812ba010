// What is said of: taking discussions out of a room and bringing them in. What files hold and lose is said by the server:
// files.ts.

export const exchange = {
  menu: {
    label: 'Export and import',
    export: 'Export this discussion',
    print: 'Print the text with its notes',
    import: 'Import annotations',
  },
  progress: '{done, number} of {all, number}',
  out: {
    title: 'Export this discussion',
    about: 'The file holds what you may see here, as it stands now.',
    onlyShown: 'Only what the filter shows',
    shown:
      '{shown, plural, one {# note of {all, number}} other {# notes of {all, number}}}, each with all its replies',
    whole: 'An archive always holds the whole discussion.',
    reading: 'Reading the discussion…',
    format: 'Format',
    allCarried: 'Everything in this discussion is carried.',
    notCarried: 'What this format cannot carry',
    writing: 'Writing the file…',
    packing: 'Packing the file…',
    done: 'The file is with your downloads.',
    download: 'Download',
  },
  in: {
    title: 'Import annotations',
    about:
      'Hypothesis, Web Annotation, Kialo, Argdown, AIF or CSV files, or an archive of a discussion. You see what was understood before anything is written. Their authors are named as imported and cannot sign in.',
    choose: 'Choose a file',
    chooseOther: 'Choose another file',
    reading: 'Reading the file…',
    writing: 'Bringing in…',
    import: '{notes, plural, one {Import # note} other {Import # notes}}',
    open: 'Open as a new discussion',
    finish: 'Done',
    found: {
      none: '<b>{file}</b> holds {notes, plural, one {# note} other {# notes}} by {people, plural, one {# person} other {# people}}.',
      all: '<b>{file}</b> holds {notes, plural, one {# note} other {# notes}} by {people, plural, one {# person} other {# people}}:',
      more: '<b>{file}</b> holds {notes, plural, one {# note} other {# notes}} by {people, plural, one {# person} other {# people}}, the first of them:',
    },
    notes: 'Notes in this file',
    report: 'What was found and what could not be carried',
    archive:
      'This archive holds the discussion “{title}”: {notes, plural, one {# note} other {# notes}} by {people, plural, one {# person} other {# people}}. It becomes a new discussion; this one stays as it is.',
    archiveReport: 'What the archive does not hold',
    done: '{notes, plural, one {# note was brought in.} other {# notes were brought in.}}',
    opened: 'It is a discussion of its own now. <link>Open “{title}”</link>',
    openedReport: 'What could not be carried',
    stopped: {
      notes: 'Stopped. What was written before that stays; bringing the same file in again adds the rest.',
      archive:
        'Stopped. Nothing of the archive was kept, unless it had just finished: then it is in your library.',
    },
  },
} as const;
