// The keys of a room as its help lists them. What each does is where it is heard; here is only what the help says of them.

/** Keys that keyboards of other languages call otherwise. */
const namedKeys = ['Ctrl', 'Alt', 'Enter', 'Esc', 'Del'] as const;

export function isNamed(key: string): key is (typeof namedKeys)[number] {
  return namedKeys.some((named) => named === key);
}

/** By where they work. What each does is said by the catalogue under these names. */
export const keyHelp = [
  {
    where: 'anywhere',
    keys: [
      { keys: ['Ctrl', 'K'], does: 'anywhere.palette' },
      { keys: ['Esc'], does: 'anywhere.close' },
      { keys: ['?'], does: 'anywhere.help' },
    ],
  },
  {
    where: 'reading',
    keys: [
      { keys: ['n'], does: 'reading.unread' },
      { keys: ['j', 'k'], does: 'reading.threads' },
      { keys: ['[', ']'], does: 'reading.readings' },
      { keys: ['/'], does: 'reading.find' },
    ],
  },
  {
    where: 'chair',
    keys: [
      { keys: ['Alt', 'P'], does: 'chair.clock' },
      { keys: ['Alt', 'O'], does: 'chair.next' },
    ],
  },
  {
    where: 'selection',
    keys: [
      { keys: ['a'], does: 'selection.comment' },
      { keys: ['h'], does: 'selection.highlight' },
      { keys: ['q'], does: 'selection.ask' },
      { keys: ['c'], does: 'selection.claim' },
      { keys: ['r'], does: 'selection.disagree' },
      { keys: ['e'], does: 'selection.card' },
      { keys: ['i'], does: 'selection.cite' },
    ],
  },
  {
    where: 'paragraph',
    keys: [
      { keys: ['↑', '↓'], does: 'paragraph.beside' },
      { keys: ['Enter'], does: 'paragraph.select' },
      { keys: ['←', '→'], does: 'paragraph.words' },
      { keys: ['Esc'], does: 'paragraph.end' },
    ],
  },
  {
    where: 'card',
    keys: [
      { keys: ['F9', 'u'], does: 'card.underline' },
      { keys: ['F10', 'm'], does: 'card.emphasise' },
      { keys: ['F11', 'h'], does: 'card.highlight' },
      { keys: ['Del', 'x'], does: 'card.clear' },
    ],
  },
  {
    where: 'writing',
    keys: [
      { keys: ['@'], does: 'writing.mention' },
      { keys: ['#'], does: 'writing.tag' },
      { keys: ['Ctrl', 'Enter'], does: 'writing.post' },
      { keys: ['Esc'], does: 'writing.cancel' },
    ],
  },
] as const;
