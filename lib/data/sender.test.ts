import { expect, test } from 'vitest';
import { senderAddress } from './sender.ts';

test.each([
  ['without a proxy what is claimed does not count', '192.0.2.1', '198.51.100.7', 0, '192.0.2.1'],
  ['behind one, what it saw counts', '127.0.0.1', '198.51.100.7', 1, '198.51.100.7'],
  [
    'behind one, what the sender claimed to it does not',
    '127.0.0.1',
    '10.9.9.9, 198.51.100.7',
    1,
    '198.51.100.7',
  ],
  ['behind two, what the outer one saw', '127.0.0.1', '10.9.9.9, 198.51.100.7,10.0.0.2', 2, '198.51.100.7'],
  ['behind two, passing by the outer one', '127.0.0.1', '198.51.100.7', 2, '198.51.100.7'],
  ['behind a proxy that says nothing', '127.0.0.1', undefined, 1, '127.0.0.1'],
  ['behind a proxy that says nonsense', '127.0.0.1', 'unknown', 1, '127.0.0.1'],
  ['with a port', '127.0.0.1', '198.51.100.7:4711', 1, '198.51.100.7'],
  ['by IPv6 with a port', '127.0.0.1', '[2001:DB8::1]:4711', 1, '2001:db8::1'],
  ['by IPv4 on a socket of both', '::ffff:192.0.2.1', undefined, 0, '192.0.2.1'],
  ['on a socket that is gone', undefined, undefined, 0, 'unknown'],
] as const)('%s', (_, socket, forwarded, proxies, sender) => {
  expect(senderAddress(socket, forwarded, proxies)).toBe(sender);
});
