// Bringing in a text: where it comes from, how it will read, publishing it, in German.

export const screen = {
  title: 'Neuer Text',
  source: {
    title: 'Einen Text einbringen',
    under: 'Als Nächstes sehen Sie, wie er sich liest, und können Titel und Namen berichtigen.',
    unreadable: 'Das ließ sich nicht lesen',
    text: 'Text',
    placeholder: 'Meinungstext hier einfügen, den Titel zuerst, oder eine Datei hierher ziehen',
    missing: 'Hier steht noch kein Text. Fügen Sie einen ein oder wählen Sie eine Datei.',
    orFile:
      'Oder eine Datei: PDF, Word (.docx), E-Book (.epub), Webseite, Markdown oder reiner Text, höchstens {size}.',
    tooLarge:
      '„{name}“ ist größer als {size}. Wählen Sie eine kleinere Datei oder fügen Sie den Teil ein, den Sie brauchen.',
    preview: 'Vorschau ansehen',
    choose: 'Datei wählen',
    fromWeb: 'Aus dem Web',
    reading: '{kind, select, text {Ihr Text wird gelesen} other {{what} wird gelesen}}',
    readingNow: '{kind, select, text {Ihr Text wird gelesen} other {{what} wird gelesen}} …',
    page: 'Seite {done, number} von {of, number}',
  },
  web: {
    label: 'Von einer Webadresse',
    help: 'Der Server ruft die Seite ab und entnimmt ihr den Artikel. Nur Seiten, die allen offenstehen, höchstens 5 MB.',
    fetch: 'Seite abrufen',
    fault: {
      missing: 'Hier steht noch keine Adresse. Fügen Sie die der Seite ein.',
      'no-address':
        'Das ist nicht die Adresse einer Webseite. Eine solche sieht so aus: https://example.org/artikel.',
    },
  },
  book: {
    untitled: 'Dieses Buch',
    ask: 'Ein Buch wird kapitelweise eingelesen. Welches Kapitel wollen Sie lesen?',
    words: '{count, number} Wörter',
    another: 'Andere Datei wählen',
  },
  preview: {
    form: 'Veröffentlichen',
    title: 'Fast geschafft',
    size: '{paragraphs, plural, one {# Absatz} other {# Absätze}} · {words, plural, one {# Wort} other {# Wörter}}',
    noWords:
      'In diesem Text stehen keine Wörter mehr. Machen Sie die letzten Schritte rückgängig oder gehen Sie zurück.',
    unfinished: 'Nicht abgeschlossen',
    space: 'Veröffentlichen in',
    publish: {
      discussion: 'Veröffentlichen und diskutieren',
      assignment: 'Veröffentlichen und Aufgabe stellen',
      room: 'Veröffentlichen und in die Debatte aufnehmen',
    },
    half: {
      discussion: 'Der Text ist veröffentlicht, aber seine Diskussion ließ sich nicht öffnen. {why}',
      room: 'Der Text ist veröffentlicht, aber die Debatte hat ihn nicht aufgenommen. {why}',
    },
    back: 'Zurück',
    onTheWay: 'Beim Einlesen',
  },
  view: {
    legend: 'Wie der Text gezeigt wird',
    read: 'So liest er sich',
    correct: 'Berichtigen',
    found: 'Im Original',
    sheet: 'So wird er sich lesen',
    page: 'Seite {page}',
  },
} as const;
