import { describe, expect, test } from 'vitest';
import { settingsText } from '../../src/office/settings-template.ts';
import { parseSettings } from '../../src/shared/config.ts';
import { requireLetters } from '../../src/shared/letter-settings.ts';

const society = '[society]\nname = "みほん組合"\ninsurer_number = "99999999"\n';
const letters = `[letters]
postal_code = "000-0000"
address = "見本県"
department = "給付担当"
phone = "00-0000-0000"
hours = "平日 9時〜17時"
`;
const windowOf = (window: string) =>
  parseSettings(`${society}${letters}[letters.window]\n${window}\n`).letters?.window;

describe('[letters]', () => {
  test('the sender is the society unless another is named; the window has the usual size', () => {
    const settings = parseSettings(society + letters);
    expect(requireLetters(settings)).toMatchObject({
      sender: 'みほん組合',
      postalCode: '000-0000',
      window: { left: 20, top: 12, width: 90, height: 45 },
    });
    expect(parseSettings(`${society}${letters}sender = "別の名前"\n`).letters?.sender).toBe('別の名前');
  });

  test('without it nothing is printed', () => {
    expect(() => requireLetters(parseSettings(society))).toThrowError(
      expect.objectContaining({ code: 'CONFIG_INVALID' }),
    );
  });

  test('a window leaves room for the sender beside it and the title below it', () => {
    expect(windowOf('left = 20\nwidth = 105')).toMatchObject({ left: 20, width: 105 });
    expect(() => windowOf('left = 20\nwidth = 106')).toThrowError('letters.window');
    expect(windowOf('top = 18\nheight = 50')).toMatchObject({ top: 18, height: 50 });
    expect(() => windowOf('top = 19\nheight = 50')).toThrowError('letters.window');
    expect(() => windowOf('width = 74')).toThrowError('letters.window.width');
  });

  test.each([true, false])(
    'a new society.toml can be read (demo: %s) and names an invented sender only in a demo',
    (demo) => {
      const text = settingsText({ name: 'みほん組合', insurerNumber: '99999999', demo, purposes: [] });
      expect(parseSettings(text).letters === undefined).toBe(!demo);
      const written = text.replace(
        /^# (\[letters|postal_code|address|department|phone|hours|left|top|width|height)/gm,
        '$1',
      );
      expect(parseSettings(written).letters?.phone).toBe('00-0000-0000');
    },
  );
});
