import { closeSync, openSync, writeSync } from 'node:fs';

/** The society of the benchmarks, and the columns of the widest record of its files. */
export const insurer = '06999991';
export const wideColumns = 51;

/** Left, right, intractable, suspected: four modifiers of a disease, one text of sixteen digits. */
export const modifiers = '2049205640388002';

/** Text that only cp932 can carry, as bytes: カナ, full-width digits and a comment, each an even number of bytes. */
const kana = '\x83J\x83i\x83\x8a\x83\x84';
const digits = (value: number) =>
  [...String(value)].map((digit) => `\x82${String.fromCharCode(0x4f + Number(digit))}`).join('');

/**
 * Writes a file of invented medical receipts of the insurer form from the `first` on, about 15 lines each, and returns
 * the number of lines. Written as Latin text, so that the bytes above are the file's bytes.
 */
export function writeMedicalFile(path: string, receipts: number, first = 1): number {
  const file = openSync(path, 'w');
  let lines = 0;
  let block: string[] = [];
  for (let receipt = first; receipt < first + receipts; receipt++) {
    const records = medicalReceipt(receipt);
    lines += records.length;
    block.push(
      records.map((record, index) => `${index === 0 ? 2 : 1},${index + 1},0,${record}\r\n`).join(''),
    );
    if (block.length === 500 || receipt === first + receipts - 1) {
      writeSync(file, Buffer.from(block.join(''), 'latin1'));
      block = [];
    }
  }
  closeSync(file);
  return lines;
}

function medicalReceipt(receipt: number): string[] {
  const person = Math.floor(receipt / 1.4);
  const search = `13150805${String(receipt).padStart(9, '0')}`;
  const day = (receipt % 28) + 1;
  const birth = `19${50 + (person % 50)}${String((person % 12) + 1).padStart(2, '0')}15`;
  const body: string[] = [];
  let total = 0;
  for (let unit = 0; unit < 5; unit++) {
    const points = 10 + ((receipt * 7 + unit * 13) % 300);
    const days = dayFields(day, 1);
    body.push(
      `SI,${unit === 0 ? '11' : unit === 2 ? '60' : ''},1,${111000000 + unit * 310},,${points},1,,,,,,,${days}`,
    );
    if (unit % 2 === 1) {
      body.push(`IY,21,1,${620000000 + (receipt % 9000)},2.5,,14,,,,,,,${dayFields(day, 14)}`);
      body.push(`IY,,1,${620000000 + (receipt % 7000)},1,9,14,,,,,,,${dayFields(day, 14)}`);
      total += 9 * 14;
    }
    total += points;
  }
  return [
    `MN,${receipt},,${search},,,`,
    'IR,1,13,1,1234567,,,202605,00,',
    `RE,${receipt},1112,202604,${kana},${(person % 2) + 1},${birth},,,,,,,${receipt},,,,,${search},,,,,,,,,,,,,,,,,,${kana},`,
    `HO,${insurer},${digits(person % 97)},${digits(person)},1,${total},,,,,,,,,`,
    `SN,1,01,,,,0${(person % 4) + 1},,`,
    `SY,${8830000 + (receipt % 800)},20260401,1,${receipt % 3 === 0 ? modifiers : ''},,01,`,
    `SY,${8840000 + (receipt % 900)},20250401,1,,,,`,
    ...body,
    `CO,,1,820000001,${kana}${kana}`,
  ];
}

function dayFields(day: number, count: number): string {
  return Array.from({ length: 31 }, (_, index) => (index + 1 === day ? count : '')).join(',');
}
