// The formats in which a discussion leaves, and what of it each of them loses, in German.

export const format = {
  word: { label: 'Word', about: 'Der Text, jeder Faden als Kommentare an seiner Stelle.' },
  html: { label: 'Webseite', about: 'Text und Fäden auf einer Seite, die sich offline lesen lässt.' },
  markdown: { label: 'Markdown', about: 'Die Fäden im Überblick, zum Einfügen oder Drucken.' },
  csv: {
    label: 'Tabelle (CSV)',
    about: 'Eine Zeile je Anmerkung, mit ihrer Kennung und dem, worauf sie antwortet.',
  },
  w3c: {
    label: 'Web Annotation (W3C)',
    about: 'Der Standard für Anmerkungen: Stellen, Anmerkungen, Antworten, Schlagwörter.',
  },
  hypothesis: {
    label: 'Hypothesis',
    about: 'Dessen JSON: Stellen, Anmerkungen und Antworten; Haltungen als Schlagwörter.',
  },
  kialo: { label: 'Kialo', about: 'Dessen Text: Behauptungen als Pro und Contra, nummeriert.' },
  argdown: { label: 'Argdown', about: 'Argumente als reiner Text, für Karten und Analysen.' },
  aif: { label: 'AIF', about: 'Der Argumentgraph als JSON, für Werkzeuge der Forschung.' },
  archive: { label: 'Ganzes Archiv', about: 'Alles, mit seinem Verlauf, für ein anderes Counterpoint.' },
} as const;

export const lost = {
  passages: {
    ownPart:
      '{count, plural, one {# Stelle steht} other {# Stellen stehen}} unter „counterpoint“: AIF kennt keine Anker.',
    quoted:
      '{count, plural, one {# Stelle wird} other {# Stellen werden}} in Klammern hinter der Behauptung zitiert, ohne den Ort im Text.',
    gone: '{count, plural, one {# Stelle steht} other {# Stellen stehen}} nicht mehr im Text; zitiert wird nur der alte Wortlaut.',
    elsewhere:
      '{count, plural, one {# Stelle steht} other {# Stellen stehen}} in einem anderen Text dieser Debatte; zitiert wird nur der Wortlaut.',
  },
  kinds: {
    ownPart:
      'Bei {count, plural, one {# Frage, Behauptung oder Markierung} other {# Fragen, Behauptungen oder Markierungen}} steht die Art unter „counterpoint“.',
    asTags:
      'Bei {count, plural, one {# Frage, Behauptung oder Markierung} other {# Fragen, Behauptungen oder Markierungen}} wird die Art zum Schlagwort, das mit „counterpoint-kind:“ beginnt.',
    asClaims:
      '{count, plural, one {# Frage, Behauptung oder Markierung wird als Behauptung} other {# Fragen, Behauptungen oder Markierungen werden als Behauptungen}} geschrieben.',
  },
  stances: {
    asRelations:
      '{count, plural, one {# Haltung wird} other {# Haltungen werden}} als Stütze oder Angriff geschrieben oder, bei einer Frage, getrennt von dem, wonach sie fragt; die Daten nennen sie beim Namen.',
    asTags:
      '{count, plural, one {# Haltung wird zum Schlagwort, das} other {# Haltungen werden zu Schlagwörtern, die}} mit „counterpoint:“ {count, plural, one {beginnt} other {beginnen}}.',
    inBrackets:
      '{count, plural, one {# Haltung steht} other {# Haltungen stehen}} mit Namen in Klammern: Kialo kennt nur Pro und Contra und keinen Text.',
    ownTerms:
      '{count, plural, one {# Haltung steht} other {# Haltungen stehen}} unter eigenen Begriffen, die andere Programme übergehen können.',
  },
  links: {
    firstOnly:
      '{count, plural, one {# weitere Verknüpfung wird} other {# weitere Verknüpfungen werden}} nicht übernommen: Eine Anmerkung steht unter der ersten, auf die sie antwortet.',
    oneNote:
      '{count, plural, one {# weitere Verknüpfung wird} other {# weitere Verknüpfungen werden}} nicht übernommen: Eine Anmerkung in Hypothesis antwortet auf genau eine andere.',
    oneComment:
      '{count, plural, one {# weitere Verknüpfung wird} other {# weitere Verknüpfungen werden}} nicht übernommen: Ein Kommentar antwortet auf genau einen anderen.',
    filtered:
      '{count, plural, one {# Verknüpfung mit einer Anmerkung, die der Filter auslässt, wird} other {# Verknüpfungen mit Anmerkungen, die der Filter auslässt, werden}} nicht übernommen.',
    absent:
      '{count, plural, one {# Verknüpfung mit einer zurückgezogenen oder nicht sichtbaren Anmerkung wird} other {# Verknüpfungen mit zurückgezogenen oder nicht sichtbaren Anmerkungen werden}} nicht übernommen.',
  },
  tags: {
    ownPart: '{count, plural, one {# Schlagwort steht} other {# Schlagwörter stehen}} unter „counterpoint“.',
    all: '{count, plural, one {# Schlagwort wird} other {# Schlagwörter werden}} nicht übernommen.',
  },
  authors: {
    all: '{count, plural, one {# Name einer Verfasserin oder eines Verfassers wird} other {# Namen von Verfasserinnen und Verfassern werden}} nicht übernommen.',
  },
  times: { all: '{count, plural, one {# Zeitangabe wird} other {# Zeitangaben werden}} nicht übernommen.' },
  edits: {
    all: '{count, plural, one {# früherer Wortlaut wird} other {# frühere Fassungen von Anmerkungen werden}} nicht übernommen.',
    presentRow:
      '{count, plural, one {# früherer Wortlaut wird} other {# frühere Fassungen von Anmerkungen werden}} nicht übernommen: Eine Zeile enthält den jetzigen Wortlaut.',
    saidSo:
      '{count, plural, one {# früherer Wortlaut wird} other {# frühere Fassungen von Anmerkungen werden}} nicht übernommen; an einer geänderten Anmerkung steht, dass sie geändert wurde.',
    saidWhen:
      '{count, plural, one {# früherer Wortlaut wird} other {# frühere Fassungen von Anmerkungen werden}} nicht übernommen; an einer geänderten Anmerkung steht, wann sie geändert wurde.',
  },
  reactions: {
    all: '{count, plural, one {# Reaktion wird} other {# Reaktionen werden}} nicht übernommen.',
    noneThere:
      '{count, plural, one {# Reaktion wird} other {# Reaktionen werden}} nicht übernommen: Das Modell kennt keine.',
    counted:
      '{count, plural, one {# Reaktion wird gezählt; von wem sie stammt,} other {# Reaktionen werden gezählt; von wem sie stammen,}} steht nicht dabei.',
    inColumns:
      '{count, plural, one {# Reaktion wird in eigenen Spalten gezählt; von wem sie stammt,} other {# Reaktionen werden in eigenen Spalten gezählt; von wem sie stammen,}} steht nicht dabei.',
    inComment:
      '{count, plural, one {# Reaktion wird im Kommentar gezählt; von wem sie stammt,} other {# Reaktionen werden im Kommentar gezählt; von wem sie stammen,}} steht nicht dabei.',
  },
  rulings: {
    all: '{count, plural, one {# Entscheidung einer Lehrperson wird} other {# Entscheidungen von Lehrpersonen werden}} nicht übernommen.',
    outcomeOnly:
      '{count, plural, one {# Entscheidung einer Lehrperson wird} other {# Entscheidungen von Lehrpersonen werden}} nicht übernommen; nur fehlt einer verborgenen Anmerkung ihr Text, und an einem erledigten Faden steht, dass er erledigt ist.',
    outcomeMarked:
      '{count, plural, one {# Entscheidung einer Lehrperson wird} other {# Entscheidungen von Lehrpersonen werden}} nicht übernommen; nur fehlt einer verborgenen Anmerkung ihr Text, und ein erledigter Faden ist als erledigt gekennzeichnet.',
  },
  wordless: {
    asNodes:
      '{count, plural, one {# zurückgezogene, verborgene oder nicht sichtbare Anmerkung bleibt als Knoten, der} other {# zurückgezogene, verborgene oder nicht sichtbare Anmerkungen bleiben als Knoten, die}} das {count, plural, one {sagt} other {sagen}}.',
    asElements:
      '{count, plural, one {# zurückgezogene, verborgene oder nicht sichtbare Anmerkung bleibt als Element, das} other {# zurückgezogene, verborgene oder nicht sichtbare Anmerkungen bleiben als Elemente, die}} es {count, plural, one {sagt} other {sagen}}.',
    asRows:
      '{count, plural, one {# zurückgezogene, verborgene oder nicht sichtbare Anmerkung bleibt als Zeile} other {# zurückgezogene, verborgene oder nicht sichtbare Anmerkungen bleiben als Zeilen}} ohne Text.',
    asLines:
      '{count, plural, one {# zurückgezogene, verborgene oder nicht sichtbare Anmerkung bleibt als Zeile, die} other {# zurückgezogene, verborgene oder nicht sichtbare Anmerkungen bleiben als Zeilen, die}} das {count, plural, one {sagt} other {sagen}}.',
    asClaims:
      '{count, plural, one {# zurückgezogene, verborgene oder nicht sichtbare Anmerkung bleibt als Zeile, die} other {# zurückgezogene, verborgene oder nicht sichtbare Anmerkungen bleiben als Zeilen, die}} das {count, plural, one {sagt} other {sagen}}.',
    asComments:
      '{count, plural, one {# zurückgezogene, verborgene oder nicht sichtbare Anmerkung bleibt als Kommentar, der} other {# zurückgezogene, verborgene oder nicht sichtbare Anmerkungen bleiben als Kommentare, die}} das {count, plural, one {sagt} other {sagen}}.',
    whereAnswered:
      '{count, plural, one {# zurückgezogene, verborgene oder nicht sichtbare Anmerkung bleibt} other {# zurückgezogene, verborgene oder nicht sichtbare Anmerkungen bleiben}} ohne Text, wo andere darauf antworten.',
  },
  paragraphs: {
    asOneLine:
      '{count, plural, one {# Anmerkung aus mehreren Zeilen erscheint} other {# Anmerkungen aus mehreren Zeilen erscheinen}} als eine Zeile; in den Daten bleiben die Zeilen.',
    overLines:
      '{count, plural, one {# Anmerkung aus mehreren Zeilen wird} other {# Anmerkungen aus mehreren Zeilen werden}} über mehrere Zeilen geschrieben, die andere Programme zusammenziehen können.',
  },
  cards:
    '{count, plural, one {# Beleg geht als Behauptung mit seiner Überschrift} other {# Belege gehen als Behauptungen mit ihrer Überschrift}} hinaus: Quellenangabe und Kennzeichnungen kommen aus der Ansicht der Belege nach Word.',
  deepAnswers:
    'Word kennt nur eine Ebene von Antworten: {count, plural, one {# tiefere steht neben den anderen und sagt, worauf sie antwortet.} other {# tiefere stehen neben den anderen und sagen, worauf sie antworten.}}',
  unknown:
    '{count, plural, one {# Eintrag der Art „{type}“ wird} other {# Einträge der Art „{type}“ werden}} nicht übernommen.',
  archive: {
    privateNotes: 'Private Anmerkungen werden nicht übernommen: Jede Person nimmt ihre eigenen mit.',
    otherSides: 'Die Vorbereitung Ihrer Seite wird übernommen, die anderer Seiten nicht.',
    sides:
      'Was die Seiten vorbereitet haben, wird nicht übernommen: Nur wer zu einer Seite gehört, nimmt es mit.',
    reviews:
      'Wertungen, private Worte und Noten werden nicht übernommen: Sie gehören zu den Konten der Leute und werden in der Durchsicht als Dateien geschrieben.',
    flags:
      'Meldungen werden nicht übernommen: Sie bleiben zwischen denen, die gemeldet haben, und den Lehrpersonen hier. Was daraufhin entschieden wurde, wird übernommen.',
    access:
      'Wer hineindarf und wer was sieht, wird nicht übernommen: Das wird dort neu entschieden, wo das Archiv geöffnet wird.',
    accounts:
      'Passwörter, E-Mail-Adressen und Links werden nicht übernommen; wo das Archiv geöffnet wird, werden seine Leute genannt und können sich nicht anmelden.',
  },
  tooMuchForWord:
    'Diese Diskussion ist zu groß für eine Word-Datei, darum wurde keine geschrieben. Nichts wurde geändert; nehmen Sie sie als Webseite oder als Archiv mit.',
} as const;
