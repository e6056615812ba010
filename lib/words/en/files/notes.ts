// Annotations made elsewhere, and archives of discussions, on their way in: what was found, what could not be kept, and why
// a file was not read.

export const notes = {
  found: {
    here: '{count, plural, one {# passage was} other {# passages were}} found in this text.',
    debate: '{count, plural, one {# passage was} other {# passages were}} found in the texts of this debate.',
    inReading: '{count, plural, one {# of them stands} other {# of them stand}} in “{title}”.',
    again:
      '{count, plural, one {# note} other {# notes}} came in from such a file before, and will not stand twice.',
  },
  lost: {
    here: '{count, plural, one {# passage is} other {# passages are}} not in this text or not only once; the quoted words stand in the note instead.',
    debate:
      '{count, plural, one {# passage is} other {# passages are}} not in the texts of this debate or not only once; the quoted words stand in the note instead.',
    link: '{count, plural, one {# link answers something that is not in the file, and is left out.} other {# links answer something that is not in the file, and are left out.}}',
    stance:
      '{count, plural, one {# answer does not say whether it agrees, and reads “Yes, but”.} other {# answers do not say whether they agree, and read “Yes, but”.}}',
    body: '{count, plural, one {# note is} other {# notes are}} longer than 8 KB and cut there.',
    tag: '{count, plural, one {# tag is} other {# tags are}} left out: a note has at most 12, of 60 letters each.',
    time: '{count, plural, one {# note has no readable time and gets that of the import.} other {# notes have no readable time and get that of the import.}}',
  },
  leftOut: {
    preferences:
      '{count, plural, one {# preference (PA-node) is} other {# preferences (PA-nodes) are}} left out: there is no place for them.',
    lines:
      '{count, plural, one {# line is} other {# lines are}} left out: only statements, arguments and their relations are read.',
    rows: '{count, plural, one {# row without words (withdrawn, hidden or unseen) is} other {# rows without words (withdrawn, hidden or unseen) are}} left out.',
    hidden:
      '{count, plural, one {# note that its group’s moderators or author had hidden is} other {# notes that their group’s moderators or authors had hidden are}} left out.',
    wordless:
      '{count, plural, one {# withdrawn or hidden note is left out: it has} other {# withdrawn or hidden notes are left out: they have}} no words.',
  },
  /** What a file is not; what has come of it is said by the answer. */
  notRead: {
    unknown: 'Counterpoint does not read annotations from this kind of file.',
    json: 'This is not JSON, or only a part of it.',
    w3c: 'These are not web annotations of the W3C’s model.',
    hypothesis: 'This is not an export of Hypothesis: it has no list of annotations.',
    aif: 'This is not AIF: it has no nodes and edges.',
    aifEmpty: 'This AIF graph says nothing: it has no I-nodes.',
    argdown: 'This is not Argdown: it has no statements or arguments.',
    kialo: 'This is not a Kialo export: no line of it begins with a number like “1.1.”.',
    csv: 'This is not a table in CSV: a row of it cannot be read.',
    csvColumns: 'This table has no columns “id” and “note”, so its notes cannot be told apart.',
    zip: 'This is not a zip archive, or only a part of one.',
    archive: 'This is not an archive of a discussion that this Counterpoint can open.',
    archiveTooLarge: 'This archive unpacks to more than a room may hold. Nothing was made.',
    archiveDamaged: 'The archive is damaged: {file} is not what its manifest says. Nothing was made.',
    archiveUnknown: 'This archive holds something that this Counterpoint cannot read. Nothing was made.',
  },
} as const;
