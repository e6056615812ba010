// A reading by itself.

export const reading = {
  title: 'Reading',
  discussions: 'Discussions',
  empty: 'Nobody discusses it yet',
  open: 'Open a discussion, then send its invite link.',
  wait: 'A discussion appears here once one is open to you.',
} as const;
