// What was changed or left out while a file was read, one sentence each.

export const remark = {
  utf16: 'Read as UTF-16.',
  windows1252: 'Read as Windows-1252, an older Western encoding: check its accents and quotation marks.',
  titleShortened: 'The title was longer than {most, number} characters and was shortened.',
  titleTwice: 'The title stood there twice; the second was dropped.',
  titleReplaced: 'The title “{title}” was replaced.',
  noTitle: 'No title was found: the first words stand in for it.',
  /** What nobody sees (lib/model/text/text.ts). */
  removed: {
    'soft hyphen': '{count, plural, one {# soft hyphen} other {# soft hyphens}} removed.',
    'zero-width space': '{count, plural, one {# zero-width space} other {# zero-width spaces}} removed.',
    'byte-order mark': '{count, plural, one {# byte-order mark} other {# byte-order marks}} removed.',
    'text-direction control':
      '{count, plural, one {# text-direction control} other {# text-direction controls}} removed.',
    'control character': '{count, plural, one {# control character} other {# control characters}} removed.',
  },
  leftOut: {
    scripts: 'Left out: scripts and styles.',
    media: 'Left out: pictures, sound and video.',
    frames: 'Left out: frames and plug-ins.',
    forms: 'Left out: forms.',
    navigation: 'Left out: navigation and asides.',
    raw: 'Left out: raw text.',
    hidden: 'Left out: hidden parts.',
  },
  htmlReduced: 'HTML inside the text was reduced to its words.',
  pictures: 'Pictures were left out; their descriptions stay.',
  article: 'The article was taken from its page; menus and what else stood around it were left out.',
  wholePage: 'No single article was found on this page, so the whole page was read.',
  entriesIgnored: '{count, plural, one {# entry} other {# entries}} with a misleading name ignored.',
  edges:
    '{count, plural, one {# running head or page number} other {# running heads and page numbers}} dropped.',
  emptyPages: 'No text on {count, plural, one {# page} other {# pages}}: {pages}.',
} as const;
