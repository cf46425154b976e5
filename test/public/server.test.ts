import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import { currentSite } from '../../src/public/current.ts';
import { loadDashboards } from '../../src/public/dashboards.ts';
import { startServer } from '../../src/public/server.ts';
import { createSigningKeys, membersBySex, publishSample, sampleContent } from '../release/sample-release.ts';
import { appOf, get, sampleSite } from './sample-site.ts';

const app = appOf(await sampleSite());
const directory = mkdtempSync(join(tmpdir(), 'kenpo-serve-'));
afterAll(() => rmSync(directory, { recursive: true }));

describe('who is answered', () => {
  test.each(['127.0.0.1:4600', 'localhost:4600', '[::1]:4600', 'localhost', 'LOCALHOST:80'])(
    'host %s',
    async (host) => {
      expect((await get(app, '/', { headers: { host } })).status).toBe(200);
    },
  );
  test.each([
    'kenpo.example',
    'localhost.example:4600',
    '127.0.0.1.example',
    '10.0.0.1:4600',
    'x127.0.0.1',
    '',
  ])('not host %j', async (host) => {
    const answer = await get(app, '/api/analyses', { headers: { host } });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ error: { code: 'HOST_REFUSED' } });
  });
  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s changes nothing', async (method) => {
    const answer = await get(app, '/api/analyses', { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, HEAD');
    expect(await answer.json()).toMatchObject({ error: { code: 'METHOD_NOT_ALLOWED' } });
  });
  test('HEAD is answered without a body', async () => {
    const answer = await get(app, '/', { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  });
});

describe('headers', () => {
  test.each(['/', '/nowhere', '/api/analyses', '/assets/style.css'])(
    '%s carries the strict policy',
    async (path) => {
      const { headers } = await get(app, path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("style-src 'self';");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    },
  );
});

describe('failures', () => {
  test.each(['/nowhere', '/en/nowhere', '/analyses/nothing', '/about', '/assets/../server.ts', '/cost.php'])(
    '%s is a page that says what to do',
    async (path) => {
      const answer = await get(app, path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain(
        path.startsWith('/en/') ? 'There is no such page' : 'このページはありません',
      );
    },
  );
  test.each([
    '/api',
    '/api/x',
    '/api/analyses/nothing',
    '/api/analyses/nothing.csv',
    '/api/analyses/members.exe',
    '/charts/ja/overview/none.json',
    '/charts/ja/analyses/none.json',
    '/charts/ja/analyses/members',
  ])('%s is one JSON body', async (path) => {
    const answer = await get(app, path);
    const body: unknown = await answer.json();
    expect(answer.status).toBe(404);
    expect(body).toEqual({
      error: { code: 'NOT_FOUND', message: expect.any(String), hint: expect.any(String) },
    });
  });
  test('a fault inside tells nothing about it', async () => {
    const broken = appOf(async () => {
      throw new Error('secret 12345678');
    });
    const answer = await get(broken, '/api/analyses');
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(text).toContain('SERVER_FAULT');
    expect(text).not.toContain('secret');
  });
});

describe('which release is served', () => {
  const content = (total: number) => sampleContent([membersBySex({ total, male: total - 40, female: 40 })]);

  test('none yet: the next steps; then the approved one, without a restart; an altered one is refused', async () => {
    const current = currentSite(directory, await loadDashboards());
    const served = appOf(current);
    const before = await get(served, '/');
    expect(before.status).toBe(503);
    expect(await before.text()).toContain('kenpo approve');
    expect(await (await get(served, '/api/analyses')).json()).toMatchObject({
      error: { code: 'RELEASE_MISSING' },
    });

    const keys = createSigningKeys();
    publishSample(directory, content(100), keys);
    expect(await (await get(served, '/analyses/members')).text()).toContain('>100<');
    publishSample(directory, content(120), keys);
    expect(await (await get(served, '/analyses/members')).text()).toContain('>120<');

    const manifest = publishSample(directory, content(140), keys);
    appendFileSync(join(directory, 'releases', manifest.id, 'members.arrow'), 'x');
    writeFileSync(join(directory, 'current'), `${manifest.id}\n\n`);
    const altered = await get(served, '/');
    expect(altered.status).toBe(503);
    expect(await altered.text()).not.toContain('140');
    await expect(startServer(directory, 0)).rejects.toMatchObject({ code: 'RELEASE_ALTERED' });
  });

  test('a release signed by another key is refused', async () => {
    const stranger = mkdtempSync(join(tmpdir(), 'kenpo-stranger-'));
    publishSample(stranger, content(100));
    writeFileSync(join(stranger, 'release.pub'), createSigningKeys().publicKey);
    await expect(startServer(stranger, 0)).rejects.toMatchObject({ code: 'RELEASE_ALTERED' });
    rmSync(stranger, { recursive: true });
  });

  test('listens on the loopback address and says where', async () => {
    const home = mkdtempSync(join(tmpdir(), 'kenpo-empty-'));
    const server = await startServer(home, 0);
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect((await fetch(server.url)).status).toBe(503);
    const taken = Number(new URL(server.url).port);
    await expect(startServer(home, taken)).rejects.toMatchObject({ code: 'USAGE' });
    await server.close();
    rmSync(home, { recursive: true });
  });
});

describe('what is not a request', () => {
  test.each([
    ['without Host', 'GET / HTTP/1.1\r\nHost: \r\n'],
    ['with a Host that is no host', 'GET /api/analyses HTTP/1.1\r\nHost: 127.0.0.1 evil.example\r\n'],
    ['with a Host that hides another', 'GET / HTTP/1.1\r\nHost: evil.example#127.0.0.1\r\n'],
  ])('%s is refused with the body of all errors', async (_what, head) => {
    const server = await startServer(join(directory, 'empty'), 0);
    try {
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
      socket.end(`${head}Connection: close\r\n\r\n`);
      const answer = await text(socket);
      expect(answer).toMatch(/^HTTP\/1.1 40[03] /);
      expect(answer.toLowerCase()).toContain("content-security-policy: default-src 'none'");
      expect(answer).toMatch(/HOST_REFUSED|BAD_REQUEST|このアドレスからは開けません/);
    } finally {
      await server.close();
    }
  });
});
