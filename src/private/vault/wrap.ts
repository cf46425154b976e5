import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';

/** N of scrypt: what guessing one passphrase costs. */
export type WrapCost = 'random' | 'chosen';

/**
 * `random`: a passphrase of 160 random bits, slowed only against luck. `chosen`: one a person thought of (RFC 7914; N of
 * 2^17 takes 128 MiB and some tenths of a second per guess).
 */
const costs = { random: 2 ** 15, chosen: 2 ** 17 } as const satisfies Record<WrapCost, number>;
const nonceBytes = 12;
const saltBytes = 16;
const tagBytes = 16;

/** Locks a secret with a passphrase: salt, nonce, AES-256-GCM cipher text, tag, in base64. */
export function wrap(secret: Uint8Array, passphrase: string, cost: WrapCost): string {
  const salt = randomBytes(saltBytes);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', derived(passphrase, salt, cost), nonce);
  const body = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([salt, nonce, body, cipher.getAuthTag()]).toString('base64');
}

/** Unlocks what `wrap` locked; throws where the passphrase is another or a byte was changed. */
export function unwrap(wrapped: string, passphrase: string, cost: WrapCost): Buffer {
  const bytes = Buffer.from(wrapped, 'base64');
  const salt = bytes.subarray(0, saltBytes);
  const nonce = bytes.subarray(saltBytes, saltBytes + nonceBytes);
  const decipher = createDecipheriv('aes-256-gcm', derived(passphrase, salt, cost), nonce);
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  const body = decipher.update(bytes.subarray(saltBytes + nonceBytes, -tagBytes));
  return Buffer.concat([body, decipher.final()]);
}

function derived(passphrase: string, salt: Uint8Array, cost: WrapCost): Buffer {
  const N = costs[cost];
  return scryptSync(passphrase, salt, 32, { N, r: 8, p: 1, maxmem: 256 * N * 8 });
}
