// A reading by itself, in German.

export const reading = {
  title: 'Text',
  discussions: 'Diskussionen',
  empty: 'Noch diskutiert ihn niemand',
  open: 'Öffnen Sie eine Diskussion und schicken Sie dann ihren Einladungslink.',
  wait: 'Eine Diskussion erscheint hier, sobald Ihnen eine offensteht.',
} as const;
