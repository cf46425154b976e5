import { existsSync } from 'node:fs';
import { startServer } from '#public/server.ts';
import { defineCommand } from '#shared/define.ts';
import { UserError } from '#shared/errors.ts';
import { chooseHome } from '#shared/home.ts';

const defaultPort = 4600;

/** `kenpo serve`: the dashboards of the current release; runs until Ctrl-C. Needs `public/` of the home only. */
export default defineCommand({
  summary: {
    ja: '公開版の画面とAPIを、このコンピューターの中だけで開く',
    en: 'Serve the dashboards of the current release on this machine',
  },
  usage: 'kenpo serve [--home DIR] [--port N]',
  example: 'kenpo serve --home ./society --port 4600',
  options: {
    home: { type: 'string', value: 'DIR', summary: { ja: '組合のフォルダー', en: 'home of the society' } },
    port: {
      type: 'string',
      value: 'N',
      summary: {
        ja: `ポート番号（既定 ${defaultPort}、0 は空いている番号）`,
        en: `port (default ${defaultPort}; 0: any free one)`,
      },
    },
  },
  run: async ({ options, effects, json }) => {
    const home = chooseHome(options['home'], process.env);
    if (!existsSync(home.root)) throw homeMissing();
    const server = await startServer(home.public, readPort(options['port']));
    if (json) effects.output(`${JSON.stringify({ url: server.url })}\n`);
    else
      effects.output(
        {
          ja: `画面を開けます: ${server.url}\n止めるには Ctrl-C を押してください。\n`,
          en: `Open ${server.url}\nPress Ctrl-C to stop.\n`,
        }[effects.language],
      );
    await interrupted();
    await server.close();
    return 0;
  },
});

function readPort(option: string | boolean | undefined): number {
  const text = typeof option === 'string' ? option : String(defaultPort);
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new UserError('USAGE', {
    ja: 'ポート番号は 0 から 65535 までの数です。',
    en: 'The port is a number from 0 to 65535.',
  });
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

function homeMissing(): UserError {
  return new UserError(
    'HOME_MISSING',
    { ja: '組合のフォルダーが見つかりません。', en: 'The home folder was not found.' },
    {
      hint: {
        ja: '--home で場所を指定してください。試すだけなら kenpo demo です。',
        en: 'Point --home at it. To try things out: kenpo demo.',
      },
    },
  );
}
