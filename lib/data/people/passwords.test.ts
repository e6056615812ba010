import { describe, expect, test } from 'vitest';
import { hashPassword, isPassword } from './passwords.ts';

describe('passwords', () => {
  test('a hash is a PHC string of argon2id with 19 MiB, two passes and one lane, and knows its password', async () => {
    const stored = await hashPassword('correct horse battery');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(await isPassword('correct horse battery', stored)).toBe(true);
    expect(await isPassword('correct horse batterz', stored)).toBe(false);
  });

  test('the same password hashes differently each time', async () => {
    expect(await hashPassword('same same')).not.toBe(await hashPassword('same same'));
  });

  test('a password typed as other code points of the same characters is the same', async () => {
    expect(await isPassword('pass\u0065\u0301 partout', await hashPassword('pass\u00e9 partout'))).toBe(true);
  });

  test.each([null, '', 'not a hash', '$argon2id$v=19$m=1,t=1$x$y', '$2b$10$abcdefghijklmnopqrstuv'])(
    'no password opens %j',
    async (stored) => {
      expect(await isPassword('', stored)).toBe(false);
      expect(await isPassword('anything', stored)).toBe(false);
    },
  );

  test('an unknown account costs a hash too, so that time does not tell it', async () => {
    const stored = await hashPassword('x');
    const timed = async (hash: string | null) => {
      const start = performance.now();
      for (let i = 0; i < 5; i++) await isPassword('wrong', hash);
      return performance.now() - start;
    };
    const known = await timed(stored);
    expect(await timed(null)).toBeGreaterThan(known / 4);
  });
});
