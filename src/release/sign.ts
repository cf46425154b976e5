import { type KeyLike, sign, verify } from 'node:crypto';

/** Ed25519 signature of `bytes` by a private key (PEM or key object): the same bytes and key give the same signature. */
export function signBytes(privateKey: KeyLike, bytes: Uint8Array): Uint8Array {
  return sign(null, bytes, privateKey);
}

/** True where `signature` was made over exactly these bytes by the holder of the key. */
export function isSigned(publicKey: KeyLike, bytes: Uint8Array, signature: Uint8Array): boolean {
  return verify(null, bytes, publicKey, signature);
}
