import { expect, test } from 'vitest';
import { examplePurposes } from '#office/purposes-template.ts';
import { settingsText } from '#office/settings-template.ts';
import { parseSettings } from '#shared/config.ts';

const head = '[society]\nname = "みほん"\ninsurer_number = "06999991"\n';

test('a new home reads back with the safe defaults and no purpose adopted', () => {
  const settings = parseSettings(
    settingsText({ name: 'みほん', insurerNumber: '06999991', demo: false, purposes: [] }),
  );
  expect(settings.publication).toEqual({
    k: 10,
    grade: 'P2u',
    closeAfterMonths: 3,
    dominancePercent: 10,
    minimumHouseholds: 5,
  });
  expect(settings.reporting.unitMinimum).toBe(50);
  expect(settings.purposes).toEqual([]);
});

test('the demo adopts its purposes visibly', () => {
  const text = settingsText({
    name: 'みほん',
    insurerNumber: '06999991',
    demo: true,
    purposes: examplePurposes(),
  });
  expect(parseSettings(text).purposes.map((purpose) => purpose.id)).toEqual(
    examplePurposes().map(({ id }) => id),
  );
  expect(text).toContain('これは見本です');
});

test.each([
  ['publication.k', '[publication]\nk = 9\n'],
  ['publication.grade', '[publication]\ngrade = "P1"\n'],
  ['publication.close_after_months', '[publication]\nclose_after_months = 2\n'],
  ['publication.dominance_percent', '[publication]\ndominance_percent = 9\n'],
  ['publication.minimum_households', '[publication]\nminimum_households = 4\n'],
  ['reporting.unit_minimum', '[reporting]\nunit_minimum = 29\n'],
  ['publication', '[publication]\nskip_audit = true\n'],
  [
    'purpose.0.classes',
    '[[purpose]]\nid = "x"\nclasses = []\npublished_on = 2024-04-01\neffective_from = 2024-04-01\n',
  ],
])('looser or unknown settings are refused, naming %s', (key, table) => {
  expect(() => parseSettings(head + table)).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID' }));
  expect(() => parseSettings(head + table)).toThrow(key);
});

test('the edge of every limit is accepted', () => {
  const text =
    '[publication]\nk = 10\nclose_after_months = 3\ndominance_percent = 10\nminimum_households = 5\n[reporting]\nunit_minimum = 30\n';
  expect(parseSettings(head + text).reporting.unitMinimum).toBe(30);
});
