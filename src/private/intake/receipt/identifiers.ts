/** A record identifier (レコード識別情報) as one number: its two bytes. */
export type RecordId = number;

export function recordId(text: string): RecordId {
  return (text.charCodeAt(0) << 8) | text.charCodeAt(1);
}

/** The identifier as text where it is one (two capital letters); null for bytes that are not. */
export function identifierText(id: RecordId): string | null {
  const text = String.fromCharCode(id >> 8, id & 255);
  return /^[A-Z]{2}$/.test(text) ? text : null;
}

export const MN = recordId('MN');
export const IR = recordId('IR');
export const YK = recordId('YK');
export const RE = recordId('RE');
export const HO = recordId('HO');
export const KO = recordId('KO');
export const SN = recordId('SN');
export const JY = recordId('JY');
export const EX = recordId('EX');
export const RC = recordId('RC');
export const SY = recordId('SY');
export const SI = recordId('SI');
export const IY = recordId('IY');
export const TO = recordId('TO');
export const CO = recordId('CO');
export const SJ = recordId('SJ');
export const SH = recordId('SH');
export const CZ = recordId('CZ');
export const KI = recordId('KI');
export const TK = recordId('TK');
export const ST = recordId('ST');
export const TI = recordId('TI');
export const UK = recordId('UK');
export const HM = recordId('HM');
export const GO = recordId('GO');
export const SS = recordId('SS');
export const GT = recordId('GT');
export const KA = recordId('KA');
export const HS = recordId('HS');
export const SB = recordId('SB');
export const BU = recordId('BU');
export const CD = recordId('CD');
export const HR = recordId('HR');
