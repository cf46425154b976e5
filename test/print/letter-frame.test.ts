import { expect, test } from 'vitest';
import { letterFrame } from '../../src/print/letter.ts';
import { sampleFrame } from './letter-sample.ts';

const settings = {
  sender: '組合',
  postalCode: '000-0000',
  address: '見本県',
  department: '給付担当',
  phone: '00-0000-0000',
  hours: '平日',
};

test('the usual window: 69 × 28 mm that always show, a quiet zone to x 108, y 55', () => {
  expect(sampleFrame.address).toEqual({ left: 18, top: 10, width: 69, height: 28 });
  expect(sampleFrame.quiet).toEqual({ left: 0, top: 0, width: 108, height: 55 });
  expect(sampleFrame.sender.left).toBe(112);
  expect(sampleFrame.shift).toBe(0);
});

test('a larger window moves the sender to the right and the title down', () => {
  const frame = letterFrame({ ...settings, window: { left: 20, top: 15, width: 100, height: 50 } });
  expect(frame.quiet).toEqual({ left: 0, top: 0, width: 118, height: 63 });
  expect(frame.sender.left).toBe(122);
  expect(frame.shift).toBe(8);
});
