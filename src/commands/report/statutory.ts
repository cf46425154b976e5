import { makeStatutory } from '#private/statutory/make.ts';
import { loadSettings } from '#shared/config.ts';
import type { Invocation } from '#shared/define.ts';
import { requireHome } from '#shared/home.ts';
import { makerOf } from '../sign-in.ts';
import { usage } from './refusals.ts';
import { statutoryJson } from './statutory-json.ts';
import { statutoryText } from './statutory-words.ts';

/** `kenpo report statutory`. @throws {UserError} USAGE and those of `makeStatutory` */
export async function reportStatutory(invocation: Invocation): Promise<number> {
  const { options, effects, json } = invocation;
  const { year, receiver } = options;
  if (typeof year !== 'string' || !/^\d{4}$/.test(year)) throw usage();
  if (receiver !== undefined && !/^\d{8}$/.test(String(receiver))) throw usage();
  const home = requireHome(options['home'], process.env);
  const settings = loadSettings(home);
  const maker = await makerOf(home, invocation, settings);
  const order = { year: Number(year), receiver: typeof receiver === 'string' ? receiver : undefined, maker };
  const report = await makeStatutory(home, order, settings, effects);
  effects.output(
    json ? `${JSON.stringify(statutoryJson(report))}\n` : statutoryText(report, effects.language),
  );
  return 0;
}
