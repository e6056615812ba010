// Why signing in by the organisation's provider did not work: the `?error=` that next-auth comes back with, in words.

const words: Record<string, string> = {
  'email-taken':
    'An account with your e-mail address exists already. Nothing was changed: sign in with its password first, then by your organisation, and the two are one.',
  'email-unverified':
    'Your organisation has not confirmed your e-mail address, so no account was made. Ask it to, or create an account with a password.',
  'owner-first':
    'The first account here needs the code that the server printed when it started. Create it with a password; after that your organisation’s sign-in works.',
};

/** Undefined where nothing went wrong. */
export function providerProblem(error: string | string[] | undefined): string | undefined {
  if (typeof error !== 'string' || error === '') return undefined;
  return (
    words[error] ??
    'Signing in by your organisation did not work. Nothing was changed; try again, or use your password.'
  );
}
