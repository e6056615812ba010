// What the parts say that every screen shares, in German.

import { broken } from './broken.ts';

export const ui = {
  page: {
    description:
      'Eine Gruppe öffnet einen Meinungstext, markiert seine Stellen und antwortet einander Punkt für Punkt.',
    skip: 'Zum Inhalt springen',
  },
  act: { cancel: 'Abbrechen', close: 'Schließen', dismiss: 'Ausblenden', undo: 'Rückgängig' },
  messages: 'Meldungen',
  language: { legend: 'Sprache', browser: 'Wie der Browser', en: 'English', de: 'Deutsch' },
  look: {
    theme: { legend: 'Farben', system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
    size: { legend: 'Schriftgröße', small: 'Klein', usual: 'Normal', large: 'Groß', largest: 'Am größten' },
    width: { legend: 'Zeilenbreite', narrow: 'Schmal', usual: 'Normal', wide: 'Breit' },
    leading: { legend: 'Zeilenabstand', tight: 'Eng', usual: 'Normal', loose: 'Weit' },
    margin: { legend: 'Anmerkungen', open: 'Neben dem Text', rail: 'Als Punkte', hidden: 'Verborgen' },
  },
  invite: {
    act: 'Einladen',
    title: 'In diese Diskussion einladen',
    text: 'Wer den Link öffnet, nennt einen Namen und ist dabei; ein Konto braucht es nicht. Der Link führt nur in diese Diskussion.',
    link: 'Einladungslink · {role}',
    as: 'Rolle der Eingeladenen',
    works: 'Der Link gilt',
    expiry: { day: 'Einen Tag', week: 'Eine Woche', month: '30 Tage', never: 'Bis er widerrufen wird' },
    make: 'Einladungslink erstellen',
    another: 'Weiteren Link erstellen',
  },
  due: {
    moved: 'Die Termine haben sich geändert: {words}.',
    lifted: 'Es gibt keine Termine mehr.',
    notesDue: 'Anmerkungen bis {day}',
    notesWereDue: 'Anmerkungen waren bis {day} fällig',
    repliesDue: 'Antworten bis {day}',
    repliesWereDue: 'Antworten waren bis {day} fällig',
    closes: 'schließt {day}',
    closed: 'geschlossen seit {day}',
    today: 'heute {time}',
    tomorrow: 'morgen',
    yesterday: 'gestern',
    haveNotes: 'Sie haben {notes, number} von {ofNotes, plural, one {# Anmerkung} other {# Anmerkungen}}',
    haveReplies: 'Sie haben {replies, number} von {ofReplies, plural, one {# Antwort} other {# Antworten}}',
    haveBoth:
      'Sie haben {notes, number} von {ofNotes, plural, one {# Anmerkung} other {# Anmerkungen}} und {replies, number} von {ofReplies, plural, one {# Antwort} other {# Antworten}}',
    own: 'das sind Ihre eigenen, späteren Termine',
  },
  notKept:
    'Das ließ sich auf diesem Gerät nicht festhalten. Nichts wurde geändert; versuchen Sie es noch einmal.',
  time: { now: 'gerade eben', soon: 'in einer Minute' },
  request: {
    cancelled: 'Abgebrochen. Nichts wurde geändert.',
    unreachable:
      'Der Server ist nicht erreichbar. Prüfen Sie die Verbindung und versuchen Sie es noch einmal; was Sie geschrieben haben, steht noch hier.',
    lost: 'Die Verbindung zum Server ist abgerissen. Versuchen Sie es noch einmal; was Sie geschrieben haben, steht noch hier.',
    unreadable:
      'Der Server hat etwas geantwortet, das diese Seite nicht versteht. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
    'too-many':
      'Das waren gerade zu viele Versuche. Warten Sie eine Minute und versuchen Sie es dann noch einmal.',
    failed: 'Der Server konnte das nicht tun. Nichts wurde geändert; versuchen Sie es gleich noch einmal.',
  },
  barred: {
    library: 'Zu Ihrer Bibliothek',
    'sign-in': 'Anmelden',
    'sign-up': 'Konto anlegen',
    'signed-out': {
      title: 'Sie sind abgemeldet',
      text: 'Melden Sie sich an, um weiterzumachen. Was Sie geschrieben und gespeichert hatten, ist aufgehoben.',
    },
    'no-such-room': {
      title: 'Diese Diskussion gibt es für Sie nicht',
      text: 'Der Link ist vielleicht unvollständig, oder die Diskussion gehört zu einem Kurs oder Team, in dem Sie nicht sind. Lassen Sie sich einen Einladungslink schicken.',
    },
    'not-a-member': {
      title: 'Diese Diskussion ist für Eingeladene',
      text: 'Sie gehören zum Kurs oder Team, haben aber keinen Platz in dieser Diskussion. Bitten Sie die Person, die sie leitet, um einen Einladungslink.',
    },
    removed: {
      title: 'Sie haben hier keinen Platz mehr',
      text: 'Wer diese Diskussion leitet, hat Sie daraus entfernt. Was Sie darin gesagt haben, ist aufgehoben. Ist das ein Versehen, bitten Sie darum, wieder aufgenommen zu werden.',
    },
    'too-large': {
      title: 'Diese Diskussion ist voll',
      text: 'Sie hat die Größe erreicht, die dieser Server erlaubt. Alles Gesagte ist aufgehoben; wer sie leitet, kann zum selben Text eine neue öffnen.',
    },
    'no-such-page': {
      title: 'Unter dieser Adresse ist nichts',
      text: 'Der Link ist vielleicht unvollständig, oder was hier war, ist fort oder nicht mit Ihnen geteilt.',
    },
    'not-for-guests': {
      title: 'Dafür braucht es ein Konto',
      text: 'Sie sind als Gast hier, nur mit einem Namen. Legen Sie ein Konto an, und alles, was Sie geschrieben haben, bleibt Ihres.',
    },
    'guests-not-here': {
      title: 'Diese Diskussion braucht ein Konto',
      text: 'Sie wird benotet, darum genügt ein Name allein nicht. Legen Sie ein Konto an, und alles, was Sie anderswo geschrieben haben, bleibt Ihres.',
    },
  },
  form: {
    email: 'Geben Sie Ihre E-Mail-Adresse an, zum Beispiel ada@example.org.',
    newPassword: 'Wählen Sie ein Passwort mit mindestens 8 Zeichen.',
    optional: 'optional',
  },
  copy: { act: 'Kopieren', done: 'Kopiert' },
  late: 'Das konnte nicht geladen werden. Nichts ist verloren: Versuchen Sie es noch einmal, sobald Sie verbunden sind.',
  more: '{count, number} weitere zeigen',
  download: {
    failed: 'Der Server konnte diese Datei nicht schreiben. Versuchen Sie es gleich noch einmal.',
    lost: 'Die Verbindung ist abgerissen. Nichts wurde geändert; versuchen Sie es noch einmal.',
  },
  text: { page: 'S. {page}', pageSpoken: 'Seite {page}', backToMark: 'Zurück zum Zeichen {mark} im Text' },
  telling: {
    keys: {
      legend: 'Einzelne Buchstaben als Tastenkürzel',
      on: 'An: n ist die nächste ungelesene Anmerkung, ? zeigt alle Tasten',
      off: 'Aus',
    },
    announcements: {
      legend: 'Was ein Screenreader meldet, während Sie lesen',
      all: 'Alles Neue',
      replies: 'Antworten an mich',
      off: 'Nichts',
    },
    presence: {
      legend: 'In Diskussionen',
      seen: 'Andere sehen, dass ich da bin und was ich auswähle',
      invisible: 'Unsichtbar: Niemand sieht, dass ich da bin',
    },
    passages: {
      legend: 'Markierte Stellen',
      painted: 'Farbig',
      marks: 'Als Markierungen, die Screenreader ansagen',
    },
  },
  account: {
    label: '{name}: Konto',
    library: 'Bibliothek',
    inbox: 'Eingang',
    signUp: 'Konto anlegen',
    correct: 'Text korrigieren',
    settings: 'Einstellungen',
    signOut: 'Abmelden',
    stillIn: 'Sie sind noch angemeldet. {problem} Dieses Gerät behält alles.',
    kept: '{problem} Dieses Gerät behält alles.',
    unsettledTitle: 'Noch nicht alles ist gespeichert',
    unsettledAct: 'Abmelden und verwerfen',
    unsettled:
      '{count, plural, one {# Änderung oder Entwurf ist} other {# Änderungen und Entwürfe sind}} nur auf diesem Gerät. Beim Abmelden wird gelöscht, was dieses Gerät behält. Senden Sie, was Sie begonnen haben, und bleiben Sie, bis oben in der Diskussion „Gespeichert“ steht: Dann geht nichts verloren.',
  },
  nothingHere: 'Hier ist nichts',
  broken,
} as const;
