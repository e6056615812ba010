// Why signing in by the organisation's provider did not work: the `?error=` that next-auth comes back with.

const known = ['email-taken', 'email-unverified', 'owner-first'] as const;

/** A key of the catalogue (account.provider.problem); undefined where nothing went wrong. */
export function providerProblem(error: string | string[] | undefined) {
  if (typeof error !== 'string' || error === '') return undefined;
  return known.find((one) => one === error) ?? 'other';
}
