// The formats in which a discussion leaves: whom each is for and what it carries, and what of a discussion it loses.

export const format = {
  word: { label: 'Word', about: 'The text with each thread as comments on its passage.' },
  html: { label: 'Web page', about: 'Text and threads on one page that reads offline.' },
  markdown: { label: 'Markdown', about: 'A digest of the threads to paste or print.' },
  csv: { label: 'Spreadsheet (CSV)', about: 'One row a note, with its id and what it answers.' },
  w3c: {
    label: 'Web Annotation (W3C)',
    about: 'The standard for annotations: passages, notes, replies, tags.',
  },
  hypothesis: { label: 'Hypothesis', about: 'Its JSON: passages, notes and replies; stances as tags.' },
  kialo: { label: 'Kialo', about: 'Its text: claims as pros and cons, numbered.' },
  argdown: { label: 'Argdown', about: 'Arguments as plain text, for maps and analysis.' },
  aif: { label: 'AIF', about: 'The argument graph as JSON, for research tools.' },
  archive: { label: 'Whole archive', about: 'Everything, with its history, for another Counterpoint.' },
} as const;

/** What becomes of that which a format has no place for: by what it is, then by what becomes of it. */
export const lost = {
  passages: {
    ownPart:
      '{count, plural, one {# passage is} other {# passages are}} kept under “counterpoint”: AIF has no anchors.',
    quoted:
      '{count, plural, one {# passage is} other {# passages are}} quoted in brackets after their claim, without their place in the text.',
    gone: '{count, plural, one {# passage is} other {# passages are}} no longer in the text; only the old words are quoted.',
    elsewhere:
      '{count, plural, one {# passage is} other {# passages are}} in another reading of this debate; only the words are quoted.',
  },
  kinds: {
    ownPart:
      '{count, plural, one {# question, claim or highlight is} other {# questions, claims or highlights are}} kept under “counterpoint”.',
    asTags:
      '{count, plural, one {# question, claim or highlight is} other {# questions, claims or highlights are}} written as tags that begin with “counterpoint-kind:”.',
    asClaims:
      '{count, plural, one {# question, claim or highlight is} other {# questions, claims or highlights are}} written as claims.',
  },
  stances: {
    asRelations:
      '{count, plural, one {# stance is} other {# stances are}} written as support or attack, or, for a question, apart from what it asks about; the data names them.',
    asTags:
      '{count, plural, one {# stance is} other {# stances are}} written as tags that begin with “counterpoint:”.',
    inBrackets:
      '{count, plural, one {# stance is} other {# stances are}} written by name in brackets: Kialo knows only Pro and Con, and no reading.',
    ownTerms:
      '{count, plural, one {# stance is} other {# stances are}} under terms of our own, which other programs may ignore.',
  },
  links: {
    firstOnly:
      '{count, plural, one {# further link is} other {# further links are}} not carried: a note stands under the first that it answers.',
    oneNote:
      '{count, plural, one {# further link is} other {# further links are}} not carried: a note of Hypothesis answers one other.',
    oneComment:
      '{count, plural, one {# further link is} other {# further links are}} not carried: a comment answers one other.',
    filtered:
      '{count, plural, one {# link to a note that the filter leaves out is} other {# links to notes that the filter leaves out are}} not carried.',
    absent:
      '{count, plural, one {# link to a withdrawn or unseen note is} other {# links to withdrawn or unseen notes are}} not carried.',
  },
  tags: {
    ownPart: '{count, plural, one {# tag is} other {# tags are}} kept under “counterpoint”.',
    all: '{count, plural, one {# tag is} other {# tags are}} not carried.',
  },
  authors: {
    all: '{count, plural, one {# author’s name is} other {# authors’ names are}} not carried.',
  },
  times: { all: '{count, plural, one {# time is} other {# times are}} not carried.' },
  edits: {
    all: '{count, plural, one {# earlier wording is} other {# earlier wordings are}} not carried.',
    presentRow:
      '{count, plural, one {# earlier wording is} other {# earlier wordings are}} not carried: a row holds the present words.',
    saidSo:
      '{count, plural, one {# earlier wording is} other {# earlier wordings are}} not carried; an edited note says so.',
    saidWhen:
      '{count, plural, one {# earlier wording is} other {# earlier wordings are}} not carried; an edited note says when.',
  },
  reactions: {
    all: '{count, plural, one {# reaction is} other {# reactions are}} not carried.',
    noneThere:
      '{count, plural, one {# reaction is} other {# reactions are}} not carried: the model has none.',
    counted: '{count, plural, one {# reaction is} other {# reactions are}} counted, without who gave them.',
    inColumns:
      '{count, plural, one {# reaction is} other {# reactions are}} counted in columns of their own, without who gave them.',
    inComment:
      '{count, plural, one {# reaction is} other {# reactions are}} counted in their comment, without who gave them.',
  },
  rulings: {
    all: '{count, plural, one {# ruling of an instructor is} other {# rulings of instructors are}} not carried.',
    outcomeOnly:
      '{count, plural, one {# ruling of an instructor is} other {# rulings of instructors are}} not carried, except that a hidden note has no words and a resolved thread says so.',
    outcomeMarked:
      '{count, plural, one {# ruling of an instructor is} other {# rulings of instructors are}} not carried, except that a hidden note has no words and a resolved thread is marked as such.',
  },
  wordless: {
    asNodes:
      '{count, plural, one {# withdrawn, hidden or unseen note is} other {# withdrawn, hidden or unseen notes are}} kept as nodes that say so.',
    asElements:
      '{count, plural, one {# withdrawn, hidden or unseen note is} other {# withdrawn, hidden or unseen notes are}} kept as elements that say so.',
    asRows:
      '{count, plural, one {# withdrawn, hidden or unseen note is} other {# withdrawn, hidden or unseen notes are}} kept as rows without words.',
    asLines:
      '{count, plural, one {# withdrawn, hidden or unseen note is} other {# withdrawn, hidden or unseen notes are}} kept as lines that say so.',
    asClaims:
      '{count, plural, one {# withdrawn, hidden or unseen note is} other {# withdrawn, hidden or unseen notes are}} kept as a line that says so.',
    asComments:
      '{count, plural, one {# withdrawn, hidden or unseen note is} other {# withdrawn, hidden or unseen notes are}} kept as comments that say so.',
    whereAnswered:
      '{count, plural, one {# withdrawn, hidden or unseen note is} other {# withdrawn, hidden or unseen notes are}} kept without words where others answer them.',
  },
  paragraphs: {
    asOneLine:
      '{count, plural, one {# note of several lines is} other {# notes of several lines are}} shown as one line; the data keeps the lines.',
    overLines:
      '{count, plural, one {# note of several lines is} other {# notes of several lines are}} written over several lines, which other programs may join.',
  },
  cards:
    '{count, plural, one {# card leaves} other {# cards leave}} as claims, by tag: cite and marks go to Word from the cards’ own view.',
  deepAnswers:
    'Word knows one level of answers: {count, number} deeper ones stand beside the others and say what they answer.',
  unknown:
    '{count, plural, one {# record of the kind “{type}” is} other {# records of the kind “{type}” are}} not carried.',
  /** By an archive of the whole discussion. */
  archive: {
    privateNotes: 'Private notes are not carried: each person takes their own.',
    otherSides: 'The preparation of your side is carried; that of other sides is not.',
    sides: 'What the sides prepared is not carried: only who is on a side takes it along.',
    reviews:
      'Marks, private words and grades are not carried: they belong to people’s accounts, and leave as files from Review.',
    flags:
      'Flags are not carried: they are between those who raised them and the instructors here. What was decided on them is.',
    access: 'Who may enter and who sees what is not carried: it is decided anew where the archive is opened.',
    accounts:
      'Passwords, e-mail addresses and links are not carried; where the archive is opened, its people are named and cannot sign in.',
  },
  /** Why a file was not written after all. */
  tooMuchForWord:
    'This discussion is too large for one Word file, so none was made. Nothing was changed; take it as a web page or an archive.',
} as const;
