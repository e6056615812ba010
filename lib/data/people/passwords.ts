// Passwords: argon2id with the parameters OWASP gives as its minimum (19 MiB, 2 passes, 1 lane), kept as a PHC string
// that names them, so that they can be raised later without locking anyone out.

import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';

const memoryKiB = 19_456;
const passes = 2;
const parallelism = 1;
const tagBytes = 32;
const saltBytes = 16;

/** Hashes a password into `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const tag = await derive(password, { salt, memoryKiB, passes, parallelism, tagBytes });
  return `$argon2id$v=19$m=${memoryKiB},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(tag)}`;
}

/**
 * Is this the password behind a stored hash? Where there is no hash it costs as much as where there is one, so that
 * the time of an answer does not tell which e-mail addresses have an account.
 */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const kept = stored === null ? null : parsePhc(stored);
  if (!kept) {
    await derive(password, { salt: Buffer.alloc(saltBytes), memoryKiB, passes, parallelism, tagBytes });
    return false;
  }
  const tag = await derive(password, { ...kept, tagBytes: kept.tag.length });
  return timingSafeEqual(tag, kept.tag);
}

type Parameters = {
  salt: Buffer;
  memoryKiB: number;
  passes: number;
  parallelism: number;
  tagBytes: number;
};

function derive(password: string, p: Parameters): Promise<Buffer> {
  const parameters = {
    // The same word may be typed as different code points on two keyboards.
    message: password.normalize('NFKC'),
    nonce: p.salt,
    parallelism: p.parallelism,
    tagLength: p.tagBytes,
    memory: p.memoryKiB,
    passes: p.passes,
  };
  return new Promise((resolve, reject) => {
    argon2('argon2id', parameters, (error, tag) => (error ? reject(error) : resolve(tag)));
  });
}

function parsePhc(text: string): (Omit<Parameters, 'tagBytes'> & { tag: Buffer }) | null {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(text);
  if (!match) return null;
  const [, memory, time, lanes, salt, tag] = match;
  return {
    memoryKiB: Number(memory),
    passes: Number(time),
    parallelism: Number(lanes),
    salt: Buffer.from(salt ?? '', 'base64'),
    tag: Buffer.from(tag ?? '', 'base64'),
  };
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
