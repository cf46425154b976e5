import { expect, test } from 'vitest';
import { provenanceOf } from '#private/intake/checkup/provenance.ts';

const index = (serviceEvent: string | undefined, interaction: string | undefined = '6') => ({
  documents: 1,
  createdOn: undefined,
  serviceEvent,
  interaction,
});
const plain = { program: '010', category: '10' };

test.each([
  ['of the society', plain, index('1'), '1', 'own'],
  ['results received, by the index', plain, index('4'), '1', 'employer'],
  ['results received, by the folder where the index does not say', plain, index(undefined), '4', 'employer'],
  ['results received, by the folder without an index', plain, undefined, '4', 'employer'],
  ['the index goes before the folder', plain, index('1'), '4', 'own'],
  ['programme of the employer', { program: '030', category: '10' }, index('1'), '1', 'employer'],
  ['report category of the employer', { program: '010', category: '41' }, index('1'), undefined, 'employer'],
  ['from another insurer', plain, index('1', '8'), '1', 'other-insurer'],
  [
    'from another insurer, of an employer',
    { program: '030', category: '41' },
    index('4', '8'),
    '4',
    'other-insurer',
  ],
])('%s', (_name, document, given, folder, expected) => {
  expect(provenanceOf(document, given, folder)).toBe(expected);
});
