// Why a page is not fetched; the words are in the catalogue (refusals.web). What these say of the network behind the server
// is no more than what any stranger could find out: a private name and an unknown one get the same answer.

/** Closed union of what can go wrong between an address and its page; the HTTP API sends it as the error's code. */
export type WebRefusal =
  | 'not-an-address'
  | 'address-with-password'
  | 'address-port'
  | 'address-literal'
  | 'address-not-public'
  | 'too-many-redirects'
  | 'unreachable'
  | 'page-refused'
  | 'page-type'
  | 'page-broken'
  | 'page-too-large'
  | 'page-too-slow'
  | 'cancelled';

export type NotFetched = { ok: false; reason: WebRefusal };

export function notFetched(reason: WebRefusal): NotFetched {
  return { ok: false, reason };
}
