import {
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  createSecretKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

const version = 1;
const publicBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
/** DER prefix of an X25519 public key (RFC 8410); the 32 bytes of the point follow. */
const derPrefix = Buffer.from('302a300506032b656e032100', 'hex');

/**
 * Seals texts to a public key: X25519 with a key pair made for this sealer, HKDF-SHA-256, AES-256-GCM with a random
 * nonce each. Whoever seals cannot open again. Layout: version, ephemeral public key, nonce, cipher text, tag.
 */
export function createSealer(recipient: KeyObject): (plain: string) => Buffer {
  const pair = generateKeyPairSync('x25519');
  const point = pair.publicKey.export({ type: 'spki', format: 'der' }).subarray(-publicBytes);
  const key = sharedKey(diffieHellman({ privateKey: pair.privateKey, publicKey: recipient }), point);
  const header = Buffer.concat([Buffer.from([version]), point]);
  return (plain) => {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(header);
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return Buffer.concat([header, nonce, body, cipher.getAuthTag()]);
  };
}

/**
 * Opens what sealers made; throws where the key is another or a byte was changed. One sealer's texts share a key, which
 * is worked out once.
 */
export function createOpener(privateKey: KeyObject): (sealed: Uint8Array) => string {
  const keys = new Map<string, KeyObject>();
  return (sealed) => {
    const bytes = Buffer.from(sealed);
    const header = bytes.subarray(0, 1 + publicBytes);
    if (header[0] !== version || bytes.length < header.length + nonceBytes + tagBytes)
      throw new Error('not a sealed text');
    const point = header.toString('base64', 1);
    const key = keys.get(point) ?? openingKey(privateKey, header.subarray(1));
    const nonce = bytes.subarray(header.length, header.length + nonceBytes);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce)
      .setAAD(header)
      .setAuthTag(bytes.subarray(-tagBytes));
    const body = decipher.update(bytes.subarray(header.length + nonceBytes, -tagBytes));
    const plain = Buffer.concat([body, decipher.final()]).toString('utf8');
    keys.set(point, key);
    return plain;
  };
}

function openingKey(privateKey: KeyObject, point: Uint8Array): KeyObject {
  const publicKey = createPublicKey({ key: Buffer.concat([derPrefix, point]), type: 'spki', format: 'der' });
  return sharedKey(diffieHellman({ privateKey, publicKey }), point);
}

/** As a key object: a cipher takes it four times as fast as bytes. */
function sharedKey(secret: Buffer, point: Uint8Array): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', secret, point, 'kenpo-lens vault 1', 32)));
}
