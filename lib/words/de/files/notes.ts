// Annotations made elsewhere, and archives of discussions, on their way in, in German.

export const notes = {
  found: {
    here: '{count, plural, one {# Stelle wurde} other {# Stellen wurden}} in diesem Text gefunden.',
    debate:
      '{count, plural, one {# Stelle wurde} other {# Stellen wurden}} in den Texten dieser Debatte gefunden.',
    inReading: '{count, plural, one {# davon steht} other {# davon stehen}} in „{title}“.',
    again:
      '{count, plural, one {# Anmerkung kam schon einmal aus einer solchen Datei und wird} other {# Anmerkungen kamen schon einmal aus einer solchen Datei und werden}} nicht doppelt stehen.',
  },
  lost: {
    here: '{count, plural, one {# Stelle steht nicht oder nicht nur einmal in diesem Text; ihr Wortlaut steht} other {# Stellen stehen nicht oder nicht nur einmal in diesem Text; ihr Wortlaut steht}} stattdessen in der Anmerkung.',
    debate:
      '{count, plural, one {# Stelle steht nicht oder nicht nur einmal in den Texten dieser Debatte; ihr Wortlaut steht} other {# Stellen stehen nicht oder nicht nur einmal in den Texten dieser Debatte; ihr Wortlaut steht}} stattdessen in der Anmerkung.',
    link: '{count, plural, one {# Verknüpfung antwortet auf etwas, das nicht in der Datei steht, und wird weggelassen.} other {# Verknüpfungen antworten auf etwas, das nicht in der Datei steht, und werden weggelassen.}}',
    stance:
      '{count, plural, one {# Antwort sagt nicht, ob sie zustimmt, und gilt} other {# Antworten sagen nicht, ob sie zustimmen, und gelten}} als „Ja, aber“.',
    body: '{count, plural, one {# Anmerkung ist länger als 8 KB und wird} other {# Anmerkungen sind länger als 8 KB und werden}} dort abgeschnitten.',
    tag: '{count, plural, one {# Schlagwort wird} other {# Schlagwörter werden}} weggelassen: Eine Anmerkung hat höchstens 12 mit je 60 Zeichen.',
    time: '{count, plural, one {# Anmerkung hat keine lesbare Zeitangabe und bekommt} other {# Anmerkungen haben keine lesbare Zeitangabe und bekommen}} die des Imports.',
  },
  leftOut: {
    preferences:
      '{count, plural, one {# Präferenz (PA-Knoten) wird} other {# Präferenzen (PA-Knoten) werden}} weggelassen: Dafür gibt es hier keinen Platz.',
    lines:
      '{count, plural, one {# Zeile wird} other {# Zeilen werden}} weggelassen: Gelesen werden nur Aussagen, Argumente und ihre Beziehungen.',
    rows: '{count, plural, one {# Zeile ohne Text (zurückgezogen, verborgen oder nicht sichtbar) wird} other {# Zeilen ohne Text (zurückgezogen, verborgen oder nicht sichtbar) werden}} weggelassen.',
    hidden:
      '{count, plural, one {# Anmerkung, die in ihrer Gruppe verborgen worden war, wird} other {# Anmerkungen, die in ihrer Gruppe verborgen worden waren, werden}} weggelassen.',
    wordless:
      '{count, plural, one {# zurückgezogene oder verborgene Anmerkung wird weggelassen: Sie hat} other {# zurückgezogene oder verborgene Anmerkungen werden weggelassen: Sie haben}} keinen Text.',
  },
  notRead: {
    unknown: 'Aus Dateien dieser Art liest Counterpoint keine Anmerkungen.',
    json: 'Das ist kein JSON oder nur ein Teil davon.',
    w3c: 'Das sind keine Web-Anmerkungen nach dem Modell des W3C.',
    hypothesis: 'Das ist kein Export von Hypothesis: Es fehlt die Liste der Anmerkungen.',
    aif: 'Das ist kein AIF: Es fehlen Knoten und Kanten.',
    aifEmpty: 'Dieser AIF-Graph sagt nichts: Er hat keine I-Knoten.',
    argdown: 'Das ist kein Argdown: Es enthält weder Aussagen noch Argumente.',
    kialo: 'Das ist kein Export von Kialo: Keine Zeile beginnt mit einer Nummer wie „1.1.“.',
    csv: 'Das ist keine Tabelle in CSV: Eine ihrer Zeilen lässt sich nicht lesen.',
    csvColumns:
      'Dieser Tabelle fehlen die Spalten „id“ und „note“, darum lassen sich ihre Anmerkungen nicht unterscheiden.',
    zip: 'Das ist kein ZIP-Archiv oder nur ein Teil davon.',
    archive: 'Das ist kein Archiv einer Diskussion, das dieses Counterpoint öffnen kann.',
    archiveTooLarge: 'Dieses Archiv enthält entpackt mehr, als ein Raum fasst. Nichts wurde angelegt.',
    archiveDamaged:
      'Das Archiv ist beschädigt: {file} ist nicht, was sein Verzeichnis sagt. Nichts wurde angelegt.',
    archiveUnknown:
      'Dieses Archiv enthält etwas, das dieses Counterpoint nicht lesen kann. Nichts wurde angelegt.',
  },
} as const;
