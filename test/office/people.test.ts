import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  addPerson,
  alteredPeople,
  authenticate,
  disablePerson,
  findPerson,
  listPeople,
} from '#office/people.ts';
import { silentEffects } from '#shared/effects.ts';
import { useBooks } from './books.ts';

const { home, tamper } = useBooks();
const effects = silentEffects();
const passphrase = 'なつやすみの宿題は七月';
const refused = (code: string) => expect.objectContaining({ code });

test('a person is who they say with their own passphrase, whatever width and spaces the name is typed in', () => {
  expect(() => authenticate(home(), '確認 担当', passphrase, effects)).toThrow(refused('PERSON_UNKNOWN'));
  const person = addPerson(home(), '確認  担当 ', `${passphrase}に`, effects);
  expect(person).toEqual({ id: 'P0001', name: '確認 担当' });
  expect(authenticate(home(), '確認　担当', `${passphrase}に`, effects)).toEqual(person);
  expect(findPerson(home(), '確認担当')).toEqual({ ...person, disabled: false });
  expect(() => authenticate(home(), '確認 担当', `${passphrase}へ`, effects)).toThrow(
    refused('PASSPHRASE_WRONG'),
  );
  expect(readFileSync(home().office).includes(passphrase)).toBe(false);
});

test('a disabled person is refused even with the right passphrase, and stays in the books', () => {
  addPerson(home(), 'A', 'correct horse battery', effects);
  disablePerson(home(), 'ａ', effects);
  expect(() => authenticate(home(), 'A', 'correct horse battery', effects)).toThrow(
    refused('PERSON_DISABLED'),
  );
  expect(addPerson(home(), 'B', 'correct horse battery', effects).id).toBe('P0002');
  expect(listPeople(home())).toEqual([
    { id: 'P0001', name: 'A', disabled: true },
    { id: 'P0002', name: 'B', disabled: false },
  ]);
  expect(() => disablePerson(home(), 'C', effects)).toThrow(refused('PERSON_UNKNOWN'));
  expect(() => addPerson(home(), 'A', 'correct horse battery', effects)).toThrow(refused('USAGE'));
});

test.each([
  ['11 characters', 'A', '12345678901'],
  ['11 characters outside the basic plane', 'A', '𠮷'.repeat(11)],
  ['no name', '　 ', 'correct horse battery'],
  ['a name of 41 characters', 'あ'.repeat(41), 'correct horse battery'],
])('%s is refused', (_, name, chosen) => {
  expect(() => addPerson(home(), name, chosen, effects)).toThrow(refused('USAGE'));
  expect(listPeople(home())).toEqual([]);
});

test('12 characters and a name of 40 are enough', () => {
  expect(addPerson(home(), 'あ'.repeat(40), '𠮷'.repeat(12), effects).id).toBe('P0001');
});

test('a person put in, changed or taken out by other means is found', () => {
  addPerson(home(), 'A', 'correct horse battery', effects);
  addPerson(home(), 'B', 'correct horse battery', effects);
  disablePerson(home(), 'B', effects);
  expect(alteredPeople(home())).toEqual([]);
  tamper("update person set disabled_at = null where id = 'P0002'");
  expect(alteredPeople(home())).toEqual(['P0002']);
  tamper("insert into person values ('P0003', 'c', 'C', 'x', null)");
  expect(alteredPeople(home())).toEqual(['P0002', 'P0003']);
  tamper("delete from person where id = 'P0001'");
  expect(alteredPeople(home())).toEqual(['P0002', 'P0003', 'P0001']);
});
