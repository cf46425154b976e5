import type { Effects } from '../effects.ts';
import type { Text } from '../text.ts';

export type Option = {
  readonly type: 'string' | 'boolean';
  readonly summary: Text;
  /** Name of the value in the help, such as `DIR` or `N`. */
  readonly value?: string;
};

export type Invocation = {
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly effects: Effects;
  /** True where the machine-readable result is asked for. */
  readonly json: boolean;
};

/** One verb: its help and what it does. `run` resolves to the exit code. */
export type Command = {
  readonly summary: Text;
  readonly usage: string;
  readonly example: string;
  readonly options?: Readonly<Record<string, Option>>;
  readonly run: (invocation: Invocation) => Promise<number>;
};

export function defineCommand(command: Command): Command {
  return command;
}
