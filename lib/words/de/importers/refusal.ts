// Why a file does not come in, and what to do instead, in German.

export const refusal = {
  noBytes: 'Diese Datei ist leer: Sie enthält kein einziges Byte.',
  noWordsYet: 'Hier stehen noch keine Worte.',
  noWords: 'In diesem Text stehen keine Worte.',
  onlyFootnotes: 'Dieser Text besteht nur aus Fußnoten.',
  textTooLarge: 'Dieser Text hat {is}; erlaubt sind höchstens {most}. Holen Sie ihn in Teilen herein.',
  textJustTooLarge:
    'Dieser Text hat knapp über {most}; erlaubt sind höchstens {most}. Holen Sie ihn in Teilen herein.',
  fileTooLarge: 'Diese Datei hat {is}; erlaubt sind höchstens {most}. Holen Sie einen Teil davon herein.',
  tooManyParagraphs:
    'Dieser Text hat {count, plural, one {# Absatz} other {# Absätze}}; erlaubt sind {most, number}. Holen Sie ihn in Teilen herein.',
  titleTooLong: 'Dieser Titel hat {count, number} Zeichen; erlaubt sind {most, number}. Kürzen Sie ihn.',
  notText:
    'Das ist {kind, select, pdf {eine PDF-Datei} package {eine ZIP-, Word- oder EPUB-Datei} office {eine ältere Word-, Excel- oder PowerPoint-Datei} rtf {ein RTF-Dokument} picture {ein Bild} sound {eine Tonaufnahme} video {ein Video} media {ein Video, eine Tonaufnahme oder ein Bild} compressed {eine komprimierte Datei} program {ein Programm} database {eine Datenbank} other {eine Schriftart}} und kein Text. Lassen sich die Worte markieren, dann kopieren Sie sie und fügen Sie sie hier ein.',
  fileOfData:
    'Diese Datei enthält Daten und keinen Text. Lassen sich die Worte markieren, dann kopieren Sie sie und fügen Sie sie hier ein.',
  data: 'Das sind Daten und kein Text. Lassen sich die Worte markieren, dann kopieren Sie sie und fügen Sie sie hier ein.',
  encoding:
    'Die Buchstaben dieser Datei lassen sich nicht sicher lesen. Speichern Sie sie noch einmal als UTF-8, oder kopieren Sie die Worte und fügen Sie sie ein.',
  wordLocked:
    'Diese Word-Datei ist mit einem Passwort geschützt. Öffnen Sie sie, speichern Sie sie ohne Passwort und holen Sie diese Kopie herein.',
  fileDamaged:
    'Diese Datei ist beschädigt und lässt sich nicht öffnen. Speichern Sie sie noch einmal und holen Sie diese Kopie herein.',
  openDocument:
    'Das ist eine OpenDocument-Datei. Speichern Sie sie als Word-Datei (.docx) oder PDF, oder kopieren Sie die Worte und fügen Sie sie ein.',
  spreadsheet:
    'Das ist eine Tabelle oder eine Präsentation. Speichern Sie sie als Word-Datei (.docx) oder PDF, oder kopieren Sie die Worte und fügen Sie sie ein.',
  zip: 'Das ist ein ZIP-Archiv und kein Text. Entpacken Sie es und holen Sie den Text selbst herein.',
  otherAtAddress:
    'Unter dieser Adresse liegt eine Datei anderer Art. Laden Sie sie herunter und holen Sie sie als Datei herein.',
  tooManyElements:
    'Diese Seite hat zu viele Elemente. Kopieren Sie die Worte des Artikels und fügen Sie sie ein.',
  markdownTooComplex:
    'Dieser Text ist zu lang oder zu tief verschachtelt, um als Markdown gelesen zu werden. Speichern Sie ihn als reinen Text (.txt).',
  wordDamaged:
    'Diese Word-Datei ist beschädigt und lässt sich nicht lesen. Speichern Sie sie in Word noch einmal, oder kopieren Sie die Worte.',
  bookLocked: 'Dieses Buch hat der Verkäufer gesperrt (DRM); hier lässt es sich nicht lesen.',
  bookEmpty: 'In diesem Buch stehen keine Worte.',
  bookDamaged: 'Dieses Buch ist beschädigt: Ein Teil davon fehlt.',
  noSuchChapter: 'Dieses Kapitel gibt es in dem Buch nicht. Wählen Sie eines aus seiner Liste.',
  crowded:
    'Diese Datei ist ein Archiv mit {count, plural, one {# Eintrag} other {# Einträgen}}; so viele braucht kein Dokument. Sie wurde nicht gelesen. Brauchen Sie die Worte, dann öffnen Sie die Datei, kopieren Sie sie und fügen Sie sie ein.',
  unpacksTooLarge:
    'Entpackt hätte diese Datei {size}. Sie wurde nicht gelesen. Brauchen Sie die Worte, dann öffnen Sie die Datei, kopieren Sie sie und fügen Sie sie ein.',
  xmlEntities:
    'Diese Datei definiert XML-Entitäten wie Dateien, die ein Programm lahmlegen sollen. Sie wurde nicht gelesen. Brauchen Sie die Worte, dann öffnen Sie die Datei, kopieren Sie sie und fügen Sie sie ein.',
  archiveDamaged:
    'Diese Datei ist beschädigt und lässt sich nicht öffnen. Speichern Sie sie in dem Programm, aus dem sie stammt, noch einmal, oder kopieren Sie die Worte und fügen Sie sie ein.',
  pdfLocked:
    'Diese PDF-Datei ist mit einem Passwort geschützt. Öffnen Sie sie, speichern Sie sie ohne Passwort und holen Sie diese Kopie herein.',
  pdfDamaged:
    'Diese PDF-Datei ist beschädigt und lässt sich nicht lesen. Speichern oder drucken Sie sie noch einmal als PDF, oder kopieren Sie die Worte und fügen Sie sie ein.',
  tooManyPages:
    'Diese PDF-Datei hat {count, plural, one {# Seite} other {# Seiten}}; gelesen werden höchstens {most, number}. Holen Sie einen Teil davon herein.',
  scanned:
    'Diese PDF-Datei enthält Bilder von Seiten und keinen Text, wie ein Scanner sie erzeugt. Lassen Sie zuerst eine Texterkennung (OCR) darüberlaufen.',
  notWord: 'Das ist keine Word-Datei (.docx). Speichern Sie sie als solche und holen Sie diese Kopie herein.',
  cardsDamaged:
    'Diese Word-Datei ist beschädigt und lässt sich nicht lesen. Speichern Sie sie in Word noch einmal.',
  noCards: 'In dieser Word-Datei stehen keine Worte.',
  busy: 'Gerade werden viele Dateien gelesen. Versuchen Sie es in einer Minute noch einmal.',
  tooSlow:
    'Das Lesen dieser Datei dauerte zu lange und wurde abgebrochen. Holen Sie einen Teil davon herein.',
  tooMuchMemory: 'Diese Datei braucht beim Lesen zu viel Arbeitsspeicher. Holen Sie einen Teil davon herein.',
  unreadable:
    'Diese Datei lässt sich nicht lesen. Speichern Sie sie noch einmal, oder kopieren Sie die Worte und fügen Sie sie ein.',
} as const;
