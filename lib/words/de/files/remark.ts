// What was changed or left out while a file was read, one sentence each, in German.

export const remark = {
  utf16: 'Als UTF-16 gelesen.',
  windows1252:
    'Als Windows-1252 gelesen, eine ältere westliche Kodierung: Prüfen Sie Akzente, Umlaute und Anführungszeichen.',
  titleShortened: 'Der Titel war länger als {most, number} Zeichen und wurde gekürzt.',
  titleTwice: 'Der Titel stand zweimal da; der zweite wurde weggelassen.',
  titleReplaced: 'Der Titel „{title}“ wurde ersetzt.',
  noTitle: 'Es fand sich kein Titel: Die ersten Wörter stehen an seiner Stelle.',
  removed: {
    'soft hyphen': '{count, plural, one {# weiches Trennzeichen} other {# weiche Trennzeichen}} entfernt.',
    'zero-width space':
      '{count, plural, one {# Leerzeichen ohne Breite} other {# Leerzeichen ohne Breite}} entfernt.',
    'byte-order mark':
      '{count, plural, one {# Bytereihenfolge-Marke} other {# Bytereihenfolge-Marken}} entfernt.',
    'text-direction control':
      '{count, plural, one {# Steuerzeichen der Schreibrichtung} other {# Steuerzeichen der Schreibrichtung}} entfernt.',
    'control character': '{count, plural, one {# Steuerzeichen} other {# Steuerzeichen}} entfernt.',
  },
  leftOut: {
    scripts: 'Weggelassen: Skripte und Stile.',
    media: 'Weggelassen: Bilder, Ton und Video.',
    frames: 'Weggelassen: Rahmen und Plug-ins.',
    forms: 'Weggelassen: Formulare.',
    navigation: 'Weggelassen: Navigation und Randspalten.',
    raw: 'Weggelassen: roher Text.',
    hidden: 'Weggelassen: verborgene Teile.',
  },
  htmlReduced: 'HTML im Text wurde auf seinen Wortlaut reduziert.',
  pictures: 'Bilder wurden weggelassen; ihre Beschreibungen bleiben.',
  article:
    'Der Artikel wurde seiner Seite entnommen; Menüs und was sonst um ihn herum stand, wurden weggelassen.',
  wholePage: 'Auf dieser Seite fand sich nicht genau ein Artikel, darum wurde die ganze Seite gelesen.',
  entriesIgnored: '{count, plural, one {# Eintrag} other {# Einträge}} mit irreführendem Namen übergangen.',
  edges:
    '{count, plural, one {# Kolumnentitel oder Seitenzahl} other {# Kolumnentitel und Seitenzahlen}} weggelassen.',
  emptyPages: 'Kein Text auf {count, plural, one {# Seite} other {# Seiten}}: {pages}.',
} as const;
