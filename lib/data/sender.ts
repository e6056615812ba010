// The network address a request comes from, as limits count it, whether or not proxies stand in front.

import { isIP } from 'node:net';

/** The header in which the server tells its routes that address; whatever a client sends under it is dropped. */
export const addressHeader = 'x-counterpoint-address';

/**
 * Each proxy adds to the end of `X-Forwarded-For` the address it was asked from. With `proxies` of one's own in front,
 * that many from the right were written by them; anything further left is only what the sender claims. A place in that
 * row that holds no address is passed over for the socket's own.
 */
export function senderAddress(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  proxies: number,
): string {
  const own = plainAddress(socketAddress ?? '') ?? 'unknown';
  if (proxies === 0 || forwardedFor === undefined) return own;
  const claimed = forwardedFor.split(',');
  return plainAddress(claimed.at(-proxies) ?? claimed[0] ?? '') ?? own;
}

/** Without port and brackets, and IPv4 as IPv4, so that one sender is one sender; undefined for what is no address. */
function plainAddress(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/^\[([^\]]*)\](?::\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1')
    .replace(/^::ffff:(?=[\d.]+$)/i, '');
  return isIP(bare) ? bare.toLowerCase() : undefined;
}
