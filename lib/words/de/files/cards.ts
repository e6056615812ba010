// What is not as it was in a Word file of cards, in German.

export const cards = {
  guess: {
    headings:
      'In dieser Datei gibt es keine Überschriften der Ebene 4: Ihre untersten Überschriften wurden als die der Belege gelesen.',
    bold: 'In dieser Datei gibt es keine Überschriften: Zeilen, die ganz fett gesetzt sind, wurden als solche gelesen.',
    nothing:
      'In dieser Datei gibt es weder Überschriften noch fett gesetzte Zeilen: Ihr Text kam ohne Überschriften herein.',
  },
  fate: {
    untagged:
      '{count, plural, one {# Stelle steht} other {# Stellen stehen}} unter keiner Überschrift eines Belegs.',
    'cite-guessed':
      '{count, plural, one {# Quellenangabe wurde nach ihrem Aussehen zerlegt: Sehen Sie sie durch.} other {# Quellenangaben wurden nach ihrem Aussehen zerlegt: Sehen Sie sie durch.}}',
    'cite-missing':
      '{count, plural, one {# Beleg hat} other {# Belege haben}} keine Quellenangabe, die sich vom Wortlaut unterscheiden ließ.',
    'cite-kept-whole':
      '{count, plural, one {# Quellenangabe ist zu lang, um zerlegt zu werden, und steht} other {# Quellenangaben sind zu lang, um zerlegt zu werden, und stehen}} neben dem Beleg.',
    split:
      '{count, plural, one {# Beleg ist länger als 16 KB und kam als mehrere herein.} other {# Belege sind länger als 16 KB und kamen als mehrere herein.}}',
    'tag-cut':
      '{count, plural, one {# Überschrift ist zu lang und geht} other {# Überschriften sind zu lang und gehen}} neben dem Beleg weiter.',
    'heading-cut':
      '{count, plural, one {# Name eines Fachs, einer Gruppe oder eines Blocks wurde} other {# Namen von Fächern, Gruppen oder Blöcken wurden}} auf 200 Zeichen gekürzt.',
    'note-cut':
      '{count, plural, one {# Text neben einem Beleg wurde} other {# Texte neben Belegen wurden}} auf 8 KB gekürzt.',
    'marks-cut':
      '{count, plural, one {# Beleg hat} other {# Belege haben}} mehr als 2.000 Kennzeichnungen; die übrigen wurden weggelassen.',
  },
  leftOut: {
    table: '{count, plural, one {# Tabelle} other {# Tabellen}} Zeile für Zeile übernommen.',
    stop: '{count, plural, one {# Hinweis} other {# Hinweise}} darauf, wo abgebrochen wurde, weggelassen.',
    picture: '{count, plural, one {# Bild} other {# Bilder}} weggelassen.',
    note: '{count, plural, one {# Fuß- oder Endnote} other {# Fuß- oder Endnoten}} weggelassen.',
    comment: '{count, plural, one {# Kommentar} other {# Kommentare}} weggelassen.',
  },
  tooMany:
    '{count, plural, one {# Beleg geht} other {# Belege gehen}} über das hinaus, was eine Datei fasst. Bringen Sie den Rest in einer zweiten.',
} as const;
