import type { MiddlewareHandler } from 'hono';
import { problem } from './problems.ts';
import { securityHeaderList } from './security-headers.ts';

export const securityHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(securityHeaderList)) context.res.headers.set(name, value);
};

/** Only requests addressed to this machine by name are answered: a foreign name that points here is refused. */
export const localHostOnly: MiddlewareHandler = async (context, next) => {
  const host = context.req.header('host') ?? '';
  if (!/^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i.test(host)) return problem(context, 'hostRefused');
  return next();
};

/** Pages and data are read, never changed. */
export const readOnly: MiddlewareHandler = async (context, next) => {
  if (context.req.method !== 'GET' && context.req.method !== 'HEAD') {
    const refused = await problem(context, 'methodNotAllowed');
    refused.headers.set('allow', 'GET, HEAD');
    return refused;
  }
  return next();
};
