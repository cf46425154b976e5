import type { Context } from 'hono';
import type { Language, Text } from '#shared/text.ts';
import { layout } from './pages/layout.ts';
import { noReleaseBody, problemBody } from './pages/problem.ts';
import { languageOf } from './routes.ts';
import { securityHeaderList } from './security-headers.ts';

type Problem = {
  readonly status: 400 | 403 | 404 | 405 | 500 | 503;
  readonly code: string;
  readonly title: Text;
  readonly hint: Text;
};

/** Every failure the server answers with: what happened, and what to do next. */
export const problems = {
  notFound: {
    status: 404,
    code: 'NOT_FOUND',
    title: { ja: 'このページはありません', en: 'There is no such page' },
    hint: {
      ja: 'アドレスを確かめるか、概況から開き直してください。データは変わっていません。',
      en: 'Check the address, or start again from the overview. Nothing has changed.',
    },
  },
  analysisNotFound: {
    status: 404,
    code: 'NOT_FOUND',
    title: { ja: 'この名前の分析は公開版にありません', en: 'The release holds no analysis of this name' },
    hint: {
      ja: '/api/analyses で名前を確かめてください。',
      en: 'See /api/analyses for the names.',
    },
  },
  badRequest: {
    status: 400,
    code: 'BAD_REQUEST',
    title: { ja: '要求を読み取れません', en: 'The request cannot be read' },
    hint: {
      ja: 'アドレスと Host を確かめて、もう一度開いてください。',
      en: 'Check the address and the Host header and try again.',
    },
  },
  methodNotAllowed: {
    status: 405,
    code: 'METHOD_NOT_ALLOWED',
    title: { ja: '読み取り以外の要求は受け付けません', en: 'Only reading is possible' },
    hint: { ja: 'GET か HEAD を使ってください。', en: 'Use GET or HEAD.' },
  },
  hostRefused: {
    status: 403,
    code: 'HOST_REFUSED',
    title: { ja: 'このアドレスからは開けません', en: 'This address is not served' },
    hint: {
      ja: 'このコンピューターで http://127.0.0.1 から始まるアドレスを開いてください。',
      en: 'On this computer, open the address that starts with http://127.0.0.1.',
    },
  },
  releaseMissing: {
    status: 503,
    code: 'RELEASE_MISSING',
    title: { ja: '公開版がまだありません', en: 'There is no release yet' },
    hint: {
      ja: 'kenpo release で候補を作り、kenpo approve で公開してください。',
      en: 'Make a candidate with kenpo release and publish it with kenpo approve.',
    },
  },
  releaseAltered: {
    status: 503,
    code: 'RELEASE_ALTERED',
    title: { ja: '公開版が、署名した時の内容と違います', en: 'The release is not what was signed' },
    hint: {
      ja: '数字は表示していません。kenpo verify で確かめ、kenpo release と kenpo approve で作り直してください。',
      en: 'No figure is shown. Check with kenpo verify, then make the release anew with kenpo release and kenpo approve.',
    },
  },
  serverFault: {
    status: 500,
    code: 'SERVER_FAULT',
    title: { ja: '表示できませんでした', en: 'The page could not be shown' },
    hint: {
      ja: '数字は変わっていません。しばらくしてもう一度開いてください。続くときは kenpo serve を起動し直してください。',
      en: 'No figure has changed. Try again in a while; if it stays, start kenpo serve again.',
    },
  },
} as const satisfies Record<string, Problem>;

/** One body for all failures: JSON below `/api`, a page elsewhere. */
export async function problem(context: Context, name: keyof typeof problems): Promise<Response> {
  const { status, title, hint } = problems[name];
  const { path } = context.req;
  const language = languageOf(path);
  if (path.startsWith('/api') || path.startsWith('/charts'))
    return context.json(errorBody(name, language), status);
  const body = name === 'releaseMissing' ? noReleaseBody(language) : problemBody(title, hint, language);
  const page = await layout(undefined, { language, path: '/', query: {}, title: title[language], body });
  return context.html(page, status);
}

function errorBody(name: keyof typeof problems, language: Language) {
  const { code, title, hint } = problems[name];
  return { error: { code, message: title[language], hint: hint[language] } };
}

/** The same body for what is not even a request (no or broken Host): nothing of it can be trusted, so it is never a page. */
export function requestProblem(): Response {
  return Response.json(errorBody('badRequest', 'ja'), {
    status: problems.badRequest.status,
    headers: securityHeaderList,
  });
}
