import type { LetterSettings } from '#shared/letter-settings.ts';

/** A rectangle on the sheet in mm from its top left corner. */
export type Box = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** What all letters of a society share; goes to letter.typ as data. */
export type LetterFrame = {
  readonly sender: { readonly left: number; readonly name: string; readonly lines: readonly string[] };
  readonly contact: { readonly name: string; readonly hours: string; readonly phone: string };
  /** Always visible through the window. */
  readonly address: Box;
  /** May show through the window when the sheet slides: empty but for the address. */
  readonly quiet: Box;
  /** How much lower than usual title, lead and table begin, in mm, where the window reaches further down. */
  readonly shift: number;
};

/** Sheet (A4 in three) and play of the sheet in the envelope (長形3号), in mm. */
const play = { least: 2, across: 23, down: 19 };

/** Top of the title where the window allows it, in mm. */
const titleTop = 60;

/** Where address, sender and title stand for a society's envelope. */
export function letterFrame(settings: LetterSettings): LetterFrame {
  const { left, top, width, height } = settings.window;
  const address = {
    left: left - play.least,
    top: top - play.least,
    width: width + play.least - play.across,
    height: height + play.least - play.down,
  };
  const quiet = { left: 0, top: 0, width: left + width - play.least, height: top + height - play.least };
  return {
    sender: {
      left: Math.max(112, quiet.width + 4),
      name: settings.sender,
      lines: [`〒${settings.postalCode} ${settings.address}`],
    },
    contact: { name: settings.department, hours: settings.hours, phone: settings.phone },
    address,
    quiet,
    shift: Math.max(0, quiet.height + 5 - titleTop),
  };
}
