// A line of the audit trail in words.

export type TrailLine = {
  id: number;
  at: string;
  /** Null for the server itself. */
  by: string | null;
  act: string;
  about: string | null;
  reason: string | null;
};

const verbs: Record<string, string> = {
  hide: 'hid',
  show: 'showed again',
  lock: 'locked',
  unlock: 'unlocked',
  erase: 'erased',
  'dismiss-flag': 'left as it is, though flagged,',
};

/** "Ines hid a note by Ben". `nameOf` gives a participant's name. */
export function trailWords({ by, act, about }: TrailLine, nameOf: (participant: string) => string): string {
  return `${by ?? 'The server'} ${verbs[act] ?? act} ${objectOf(about, nameOf)}`;
}

function objectOf(about: string | null, nameOf: (participant: string) => string): string {
  if (about === null) return '';
  if (about === 'room') return 'the whole discussion';
  const [participant = '', id] = about.split('/');
  return id === undefined ? nameOf(participant) : `a note by ${nameOf(participant)}`;
}
