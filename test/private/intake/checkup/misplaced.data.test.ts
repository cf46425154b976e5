import { expect, test } from 'vitest';
import { cd, exchange, hc08, observation, pq, st } from './make.ts';
import { readArchive } from './scratch.ts';

const name = 'カナリヤ　ミホン';
const height = '9N001000000000001';
const smoking = '9N736000000000011';

/** A name where a code belongs: in each place of a document that becomes a text column. */
test.each([
  ['institution', hc08().replace('extension="1310000001"', `extension="${name}"`), []],
  ['program', hc08({ program: name }), []],
  ['item', hc08({ entries: [pq(name, '1', 'cm')] }), ['checkup_unlisted_item']],
  ['unit', hc08({ entries: [pq(height, '170', name)] }), ['checkup_unit_differs']],
  [
    'unit of an item not listed',
    hc08({ entries: [pq('9Z001000000000001', '1', name)] }),
    ['checkup_unlisted_item'],
  ],
  ['choice', hc08({ entries: [cd(smoking, name, '1.2')] }), ['checkup_unknown_choice']],
  ['code system', hc08({ entries: [cd(smoking, '1', name)] }), ['checkup_unknown_choice']],
  [
    'text of an item not listed',
    hc08({ entries: [st('9Z001000000000049', name)] }),
    ['checkup_unlisted_item'],
  ],
])('a name in place of a code is noted and not kept: %s', async (_place, document, findings) => {
  const { tables } = await readArchive(await exchange([document]));
  expect(tables['checkup']).toHaveLength(1);
  expect(JSON.stringify(tables)).not.toContain('カナリヤ');
  const codes = tables['finding']?.map(({ code }) => code).filter((code) => code !== 'checkup_schema');
  expect(codes).toEqual(findings);
});

test('an Individual Number in the name of a code refuses the file', async () => {
  const named = observation(smoking, '<value xsi:type="CD" code="1" displayName="123456789018"/>');
  await expect(readArchive(await exchange([hc08({ entries: [named] })]))).rejects.toMatchObject({
    code: 'INTAKE_MY_NUMBER',
  });
});
