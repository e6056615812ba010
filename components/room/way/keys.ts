// The keys of a room as its help lists them. What each does is where it is heard; here are only its words.

export type KeyHelp = { keys: readonly string[]; does: string };

/** By where they work. */
export const keyHelp: readonly { where: string; keys: readonly KeyHelp[] }[] = [
  {
    where: 'Anywhere',
    keys: [
      { keys: ['n'], does: 'Next unread note' },
      { keys: ['j', 'k'], does: 'Next thread, previous thread' },
      { keys: ['[', ']'], does: 'The reading before, the one after (in debates)' },
      { keys: ['/'], does: 'Find in the notes' },
      { keys: ['Ctrl', 'K'], does: 'Go to anything: a view, a paragraph, a note' },
      { keys: ['Esc'], does: 'Close what is open' },
      { keys: ['?'], does: 'This list' },
    ],
  },
  {
    where: 'In a round you chair',
    keys: [
      { keys: ['Alt', 'P'], does: 'Start the clock, or pause it' },
      { keys: ['Alt', 'N'], does: 'End the speech, and go on to the next' },
    ],
  },
  {
    where: 'With words selected',
    keys: [
      { keys: ['a'], does: 'Comment' },
      { keys: ['h'], does: 'Highlight' },
      { keys: ['q'], does: 'Ask' },
      { keys: ['c'], does: 'Claim' },
      { keys: ['r'], does: 'Disagree' },
      { keys: ['e'], does: 'Make an evidence card (in debates)' },
      { keys: ['i'], does: 'Cite them in the answer you are writing' },
    ],
  },
  {
    where: 'On a paragraph',
    keys: [
      { keys: ['↑', '↓'], does: 'The paragraph before, the one after' },
      { keys: ['Enter'], does: 'Begin to select its words' },
      { keys: ['←', '→'], does: 'Word by word; Shift takes more words in, Alt whole sentences' },
      { keys: ['Esc'], does: 'Give the selection up' },
    ],
  },
  {
    where: 'In a card, with words chosen',
    keys: [
      { keys: ['F9', 'u'], does: 'Underline' },
      { keys: ['F10', 'm'], does: 'Emphasise' },
      { keys: ['F11', 'h'], does: 'Highlight: these words are read aloud' },
      { keys: ['Del', 'x'], does: 'Clear' },
    ],
  },
  {
    where: 'While writing',
    keys: [
      { keys: ['@'], does: 'Mention someone: type part of a name, choose with the arrows' },
      { keys: ['#'], does: 'Tag the note' },
      { keys: ['Ctrl', 'Enter'], does: 'Post' },
      { keys: ['Esc'], does: 'Cancel; asks first where something was written' },
    ],
  },
];
