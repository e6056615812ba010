// What is not as it was in a Word file of cards.

export const cards = {
  /** How tags were found where no style says which they are. */
  guess: {
    headings: 'No tags (Heading 4) in this file: its lowest headings were taken for tags.',
    bold: 'No headings in this file: lines all in bold were taken for tags.',
    nothing: 'Neither headings nor bold lines in this file: its words came in without tags.',
  },
  fate: {
    untagged: '{count, plural, one {# passage stands} other {# passages stand}} under no tag.',
    'cite-guessed':
      '{count, plural, one {# cite was taken apart by its looks: look it over.} other {# cites were taken apart by their looks: look them over.}}',
    'cite-missing':
      '{count, plural, one {# card has} other {# cards have}} no cite that could be told from the words.',
    'cite-kept-whole':
      '{count, plural, one {# cite is} other {# cites are}} too long to be taken apart, and stand beside the card.',
    split: '{count, plural, one {# card is} other {# cards are}} longer than 16 KB, and came in as several.',
    'tag-cut': '{count, plural, one {# tag goes} other {# tags go}} on beside the card: it is too long.',
    'heading-cut': '{count, plural, one {# heading was} other {# headings were}} cut to 200 signs.',
    'note-cut': '{count, plural, one {# text} other {# texts}} beside a card cut to 8 KB.',
    'marks-cut':
      '{count, plural, one {# card has} other {# cards have}} more than 2,000 marks; the rest was left out.',
  },
  leftOut: {
    table: '{count, plural, one {# table} other {# tables}} came in line by line.',
    stop: '{count, plural, one {# sign} other {# signs}} that reading stopped left out.',
    picture: '{count, plural, one {# picture} other {# pictures}} left out.',
    note: '{count, plural, one {# note} other {# notes}} left out.',
    comment: '{count, plural, one {# comment} other {# comments}} left out.',
  },
  tooMany:
    '{count, plural, one {# card is} other {# cards are}} past what one file takes. Bring in the rest as another.',
} as const;
