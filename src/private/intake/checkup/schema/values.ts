/** Kinds of values of attributes and characters in the schemas (XML スキーマ V08), by name. */
const kinds: Readonly<Record<string, RegExp>> = {
  any: /^/,
  code: /^\S+$/,
  oid: /^[0-2](\.(0|[1-9]\d*))*$/,
  day: /^[1-9]\d{3}(0[1-9]|1[0-2])([0-2]\d|3[01])$/,
  time: /^\d{4,14}(\.\d+)?([+-]\d{1,4})?$/,
  insurer: /^\d{0,8}$/,
  institution: /^\d{10}$/,
  party: /^(\d{0,8}|\d{10})$/,
  'up-to-20-characters': /^.{0,20}$/su,
  'up-to-100-characters': /^.{0,100}$/su,
  '2-digits': /^\d{2}$/,
  '6-digits': /^\d{6}$/,
  '11-digits': /^\d{11}$/,
  postal: /^\d{3}-\d{4}$/,
  number: /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/,
  integer: /^[+-]?\d+$/,
  boolean: /^(true|false)$/,
  'data-type':
    /^([\w.-]+:)?(BL|BN|ED|ST|CD|CV|CE|CO|CS|SC|II|TEL|AD|EN|PN|ON|TN|INT|REAL|PQ|MO|TS|(IVL|RTO|SXCM|PIVL|EIVL)(_\w+)?)$/,
};

export type Fits = (value: string) => boolean;

/**
 * `=text` is exactly that, `1..20` a whole number from to, anything else one of the kinds above.
 * @throws {Error} for a kind that is none of them
 */
export function fitsOf(kind: string): Fits {
  if (kind.startsWith('=')) return (value) => value === kind.slice(1);
  const range = /^(\d+)\.\.(\d+)$/.exec(kind);
  if (range) {
    const [least, most] = [Number(range[1]), Number(range[2])];
    return (value) => /^(0|[1-9]\d*)$/.test(value) && Number(value) >= least && Number(value) <= most;
  }
  const pattern = kinds[kind];
  if (pattern === undefined) throw new Error(`no kind of value: ${kind}`);
  return (value) => pattern.test(value);
}
