// What a page says that broke. Apart and without values, for the page in place of a broken frame has no catalogue
// (app/global-error.tsx).

export const broken = {
  title: 'This page did not work',
  under:
    'Something went wrong while it was made. What you said and had saved is safe. Try again; if it stays, tell whoever runs this server.',
  again: 'Try again',
  library: 'Go to your library',
  forLog: 'For the log:',
} as const;
