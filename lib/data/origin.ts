// Our own origin: whose pages may use a cookie, for requests and sockets alike.

import { settings } from './settings.ts';

/**
 * Is this `Origin` header that of our own pages? Where the address that people use is set, that one alone counts; else
 * the one the request was sent to. `Origin: null`, from sandboxed and local pages, is no address.
 */
export function isOwnOrigin(origin: string, host: string | null | undefined): boolean {
  const { publicUrl } = settings();
  const from = URL.parse(origin);
  if (!from) return false;
  return publicUrl ? from.origin === new URL(publicUrl).origin : from.host === host;
}
