// Correcting blocks: what they are called, the bar, the lines around the text.

export const textDesk = {
  bar: 'Correct the block',
  undo: 'Undo',
  redo: 'Redo',
  hint: 'Choose a paragraph to correct it.',
  keys: 'Enter divides, Backspace at the start joins, Alt and an arrow move, Ctrl+Shift+Backspace takes out, Ctrl+Z undoes, Alt+F10 goes to the bar.',
  /** What can be done with a block, which is called as under `block`. */
  act: {
    shape: 'What {block} is',
    join: 'Join {block} to the one before',
    divide: 'Divide {block} where the caret is',
    up: 'Move {block} up',
    down: 'Move {block} down',
    drop: 'Take {block} out',
    dropped: '{block} taken out.',
  },
  /** What it is, and the how-manieth block. */
  block: {
    paragraph: 'Paragraph {number, number}',
    heading: 'Heading {number, number}',
    quotation: 'Quotation {number, number}',
    item: 'List item {number, number}',
    caption: 'Caption {number, number}',
    footnote: 'Footnote {number, number}',
  },
  onPage: '{block}, page {page}',
  pageShort: 'p. {page}',
  shape: {
    paragraph: 'Paragraph',
    'heading-2': 'Heading',
    'heading-3': 'Smaller heading',
    'heading-4': 'Smallest heading',
    quotation: 'Quotation',
    item: 'List item',
    'item-ordered': 'Numbered item',
    caption: 'Caption',
    footnote: 'Footnote',
  },
  heading: {
    title: 'Title',
    standfirst: 'Subtitle',
    byline: 'Byline',
    credit: 'Credit',
    source: 'Source',
    untitled: 'A reading needs a title.',
    tooLong: 'At most {most, number} characters: take out {surplus, number}.',
  },
} as const;
