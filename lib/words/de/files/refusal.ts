// Why a file does not come in, and what to do instead, in German.

export const refusal = {
  noBytes: 'Diese Datei ist leer: Sie enthält kein einziges Byte.',
  noWordsYet: 'Hier steht noch kein Text.',
  noWords: 'Dieser Text enthält keine Wörter.',
  onlyFootnotes: 'Dieser Text besteht nur aus Fußnoten.',
  textTooLarge: 'Dieser Text ist {is} groß; erlaubt sind höchstens {most}. Bringen Sie ihn in Teilen ein.',
  textJustTooLarge:
    'Dieser Text ist knapp größer als {most}; erlaubt sind höchstens {most}. Bringen Sie ihn in Teilen ein.',
  fileTooLarge: 'Diese Datei ist {is} groß; erlaubt sind höchstens {most}. Lesen Sie einen Teil davon ein.',
  tooManyParagraphs:
    'Dieser Text hat {count, plural, one {# Absatz} other {# Absätze}}; erlaubt sind {most, number}. Bringen Sie ihn in Teilen ein.',
  titleTooLong: 'Dieser Titel hat {count, number} Zeichen; erlaubt sind {most, number}. Kürzen Sie ihn.',
  notText:
    'Das ist {kind, select, pdf {eine PDF-Datei} package {eine ZIP-, Word- oder EPUB-Datei} office {eine ältere Word-, Excel- oder PowerPoint-Datei} rtf {ein RTF-Dokument} picture {ein Bild} sound {eine Tonaufnahme} video {ein Video} media {ein Video, eine Tonaufnahme oder ein Bild} compressed {eine komprimierte Datei} program {ein Programm} database {eine Datenbank} other {eine Schriftart}} und kein Text. Lässt sich der Text darin markieren, dann kopieren Sie ihn und fügen Sie ihn hier ein.',
  fileOfData:
    'Diese Datei enthält Daten und keinen Text. Lässt sich der Text darin markieren, dann kopieren Sie ihn und fügen Sie ihn hier ein.',
  data: 'Das sind Daten und kein Text. Lässt sich der Text darin markieren, dann kopieren Sie ihn und fügen Sie ihn hier ein.',
  encoding:
    'Die Zeichen dieser Datei lassen sich nicht sicher lesen. Speichern Sie sie noch einmal als UTF-8, oder kopieren Sie den Text und fügen Sie ihn ein.',
  wordLocked:
    'Diese Word-Datei ist mit einem Passwort geschützt. Öffnen Sie sie, speichern Sie sie ohne Passwort und lesen Sie diese Kopie ein.',
  fileDamaged:
    'Diese Datei ist beschädigt und lässt sich nicht öffnen. Speichern Sie sie noch einmal und lesen Sie diese Kopie ein.',
  openDocument:
    'Das ist eine OpenDocument-Datei. Speichern Sie sie als Word-Datei (.docx) oder PDF, oder kopieren Sie den Text und fügen Sie ihn ein.',
  spreadsheet:
    'Das ist eine Tabelle oder eine Präsentation. Speichern Sie sie als Word-Datei (.docx) oder PDF, oder kopieren Sie den Text und fügen Sie ihn ein.',
  zip: 'Das ist ein ZIP-Archiv und kein Text. Entpacken Sie es und lesen Sie den Text selbst ein.',
  otherAtAddress:
    'Unter dieser Adresse liegt eine Datei anderer Art. Laden Sie sie herunter und lesen Sie sie als Datei ein.',
  tooManyElements:
    'Diese Seite hat zu viele Elemente. Kopieren Sie den Text des Artikels und fügen Sie ihn ein.',
  markdownTooComplex:
    'Dieser Text ist zu lang oder zu tief verschachtelt, um als Markdown gelesen zu werden. Speichern Sie ihn als reinen Text (.txt).',
  wordDamaged:
    'Diese Word-Datei ist beschädigt und lässt sich nicht lesen. Speichern Sie sie in Word noch einmal, oder kopieren Sie den Text.',
  bookLocked: 'Dieses Buch hat der Verkäufer gesperrt (DRM); hier lässt es sich nicht lesen.',
  bookEmpty: 'In diesem Buch steht kein Text.',
  bookDamaged: 'Dieses Buch ist beschädigt: Ein Teil davon fehlt.',
  noSuchChapter: 'Dieses Kapitel gibt es in dem Buch nicht. Wählen Sie eines aus seiner Liste.',
  crowded:
    'Diese Datei ist ein Archiv mit {count, plural, one {# Eintrag} other {# Einträgen}}; so viele braucht kein Dokument. Sie wurde nicht gelesen. Brauchen Sie den Text, dann öffnen Sie die Datei, kopieren Sie ihn und fügen Sie ihn ein.',
  unpacksTooLarge:
    'Entpackt wäre diese Datei {size} groß. Sie wurde nicht gelesen. Brauchen Sie den Text, dann öffnen Sie die Datei, kopieren Sie ihn und fügen Sie ihn ein.',
  xmlEntities:
    'Diese Datei definiert XML-Entitäten wie Dateien, die ein Programm lahmlegen sollen. Sie wurde nicht gelesen. Brauchen Sie den Text, dann öffnen Sie die Datei, kopieren Sie ihn und fügen Sie ihn ein.',
  archiveDamaged:
    'Diese Datei ist beschädigt und lässt sich nicht öffnen. Speichern Sie sie in dem Programm, aus dem sie stammt, noch einmal, oder kopieren Sie den Text und fügen Sie ihn ein.',
  pdfLocked:
    'Diese PDF-Datei ist mit einem Passwort geschützt. Öffnen Sie sie, speichern Sie sie ohne Passwort und lesen Sie diese Kopie ein.',
  pdfDamaged:
    'Diese PDF-Datei ist beschädigt und lässt sich nicht lesen. Speichern oder drucken Sie sie noch einmal als PDF, oder kopieren Sie den Text und fügen Sie ihn ein.',
  tooManyPages:
    'Diese PDF-Datei hat {count, plural, one {# Seite} other {# Seiten}}; gelesen werden höchstens {most, number}. Lesen Sie einen Teil davon ein.',
  scanned:
    'Diese PDF-Datei enthält Bilder von Seiten und keinen Text, wie ein Scanner sie erzeugt. Lassen Sie zuerst eine Texterkennung (OCR) darüberlaufen.',
  notWord: 'Das ist keine Word-Datei (.docx). Speichern Sie sie als solche und lesen Sie diese Kopie ein.',
  cardsDamaged:
    'Diese Word-Datei ist beschädigt und lässt sich nicht lesen. Speichern Sie sie in Word noch einmal.',
  noCards: 'In dieser Word-Datei steht kein Text.',
  busy: 'Gerade werden viele Dateien gelesen. Versuchen Sie es in einer Minute noch einmal.',
  tooSlow: 'Das Lesen dieser Datei dauerte zu lange und wurde abgebrochen. Lesen Sie einen Teil davon ein.',
  tooMuchMemory: 'Diese Datei braucht beim Lesen zu viel Arbeitsspeicher. Lesen Sie einen Teil davon ein.',
  unreadable:
    'Diese Datei lässt sich nicht lesen. Speichern Sie sie noch einmal, oder kopieren Sie den Text und fügen Sie ihn ein.',
} as const;
