// Why a file does not come in, and what to do instead. That nothing was kept is said by whoever answers.

export const refusal = {
  noBytes: 'This file is empty: it holds no bytes at all.',
  noWordsYet: 'There are no words here yet.',
  noWords: 'There are no words in this text.',
  onlyFootnotes: 'This text holds footnotes and nothing else.',
  textTooLarge: 'This text is {is}; a reading may be {most} at most. Import it in parts.',
  textJustTooLarge: 'This text is just over {most}; a reading may be {most} at most. Import it in parts.',
  fileTooLarge: 'This file is {is}; a file may be {most} at most. Bring in a part of it.',
  tooManyParagraphs:
    'This text has {count, plural, one {# paragraph} other {# paragraphs}}; a reading may have {most, number}. Import it in parts.',
  titleTooLong:
    'This title has {count, plural, one {# character} other {# characters}}; {most, number} is the most. Shorten it.',
  notText:
    'This is {kind, select, pdf {a PDF} package {a ZIP, Word or EPUB file} office {an older Word, Excel or PowerPoint file} rtf {an RTF document} picture {a picture} sound {a sound} video {a video} media {a video, a sound or a picture} compressed {a compressed file} program {a program} database {a database} other {a font}}, not a text. If its words can be selected, copy them and paste them instead.',
  fileOfData:
    'This file holds data, not a text. If its words can be selected, copy them and paste them instead.',
  data: 'This is data, not a text. If its words can be selected, copy them and paste them instead.',
  encoding:
    'The letters of this file cannot be read safely. Save it again as UTF-8, or copy the words and paste them.',
  wordLocked:
    'This Word file is locked with a password. Open it, save it without one, and bring in that copy.',
  fileDamaged: 'This file is damaged and cannot be opened. Save it again and bring in that copy.',
  openDocument:
    'This is an OpenDocument file. Save it as a Word file (.docx) or a PDF, or copy the words and paste them.',
  spreadsheet:
    'This is a spreadsheet or a presentation. Save it as a Word file (.docx) or a PDF, or copy the words and paste them.',
  zip: 'This is a ZIP archive, not a text. Unpack it and bring in the text itself.',
  otherAtAddress: 'At this address there is a file of another kind. Download it, and bring it in as a file.',
  tooManyElements: 'This page has too many elements. Copy the words of the article and paste them.',
  markdownTooComplex:
    'This text is too long or too deeply nested to be read as Markdown. Save it as plain text (.txt).',
  wordDamaged: 'This Word file is damaged and cannot be read. Save it again in Word, or copy the words.',
  bookLocked: 'This book is locked by its seller (DRM) and cannot be read here.',
  bookEmpty: 'There are no words in this book.',
  bookDamaged: 'This book is damaged: a part of it is missing.',
  noSuchChapter: 'There is no such chapter in this book. Choose one of its list.',
  crowded:
    'This file is an archive of {count, plural, one {# entry} other {# entries}}, which no document needs. It was not read. If its words matter to you, open it, copy them and paste them.',
  unpacksTooLarge:
    'Unpacked, this file would be {size}. It was not read. If its words matter to you, open it, copy them and paste them.',
  xmlEntities:
    'This file defines XML entities, as files made to exhaust a reader do. It was not read. If its words matter to you, open it, copy them and paste them.',
  archiveDamaged:
    'This file is damaged and cannot be opened. Save it again in the program that made it, or copy the words and paste them.',
  pdfLocked: 'This PDF is locked with a password. Open it, save it without one, and bring in that copy.',
  pdfDamaged:
    'This PDF is damaged and cannot be read. Save or print it as a PDF again, or copy the words and paste them.',
  tooManyPages:
    'This PDF has {count, plural, one {# page} other {# pages}}; at most {most, number} are read. Bring in a part of it.',
  scanned:
    'This PDF holds pictures of pages and no text, as a scanner makes it. Run text recognition (OCR) on it first.',
  notWord: 'This is not a Word file (.docx). Save it as one, and bring in that copy.',
  cardsDamaged: 'This Word file is damaged and cannot be read. Save it again in Word.',
  noCards: 'There are no words in this Word file.',
  busy: 'Many files are being read just now. Try again in a minute.',
  tooSlow: 'Reading this file took too long and was stopped. Bring in a part of it.',
  tooMuchMemory: 'Reading this file needs too much memory. Bring in a part of it.',
  unreadable: 'This file cannot be read. Save it again, or copy the words and paste them.',
} as const;
