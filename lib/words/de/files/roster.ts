// What is wrong in a roster, line by line, in German.

export const roster = {
  empty: 'Die Datei ist leer.',
  notCsv: '{why} Eine Kursliste ist eine CSV-Datei.',
  tooMany: 'Eine Kursliste fasst höchstens {most} Personen.',
  openQuote: 'Ein Anführungszeichen in dieser Zeile wird nie geschlossen.',
  noNames:
    'Die erste Zeile muss die Spalten benennen: name, email, group. Es gibt keine Spalte, die „name“ heißt.',
  nobody: 'In dieser Datei steht niemand: Unter der Kopfzeile folgen keine Zeilen.',
  nameMissing: 'Der Name fehlt.',
  nameTooLong: 'Der Name ist länger als {most, number} Zeichen.',
  notEmail: '„{email}“ ist keine E-Mail-Adresse.',
  groupTooLong: 'Die Gruppe ist länger als {most, number} Zeichen.',
  sectionTooLong: 'Der Teilkurs ist länger als {most, number} Zeichen.',
  emailTwice: 'Die E-Mail-Adresse {email} steht schon in Zeile {line}.',
  canvasTwice: 'Die Canvas-ID {id} steht schon in Zeile {line}.',
  personTwice: '{name} von der Kursliste steht schon in Zeile {line}.',
  mixed: 'Auf der Kursliste gehört {email} zu {byEmail}, die Canvas-ID {id} aber zu {byId}.',
} as const;
