import { tableFromIPC } from 'apache-arrow';
import { describe, expect, test } from 'vitest';
import { appOf, get, sampleSite } from './sample-site.ts';

const site = await sampleSite();
const app = appOf(site);
const { manifest } = site.cells.release;
const names = manifest.analyses.map((analysis) => analysis.name);

test('the list has one line per analysis', async () => {
  const list: unknown = await (await get(app, '/api/analyses')).json();
  expect(list).toHaveLength(names.length);
  expect(names.length).toBeGreaterThanOrEqual(6);
  expect(list).toContainEqual({
    name: 'members',
    title: '加入者',
    unit: '人・人月',
    periods: ['2024', '2025'],
  });
});

describe.each(names)('%s', (name) => {
  const analysis = manifest.analyses.find((one) => one.name === name)!;
  const columns = ['period', ...Object.keys(analysis.dimensions), 'measure', 'value', 'status'];

  test('as JSON: one measure a row, a value exactly where the status is ok', async () => {
    const answer = await get(app, `/api/analyses/${name}`);
    const body: { name: string; release: string; rows: Record<string, unknown>[] } = JSON.parse(
      await answer.text(),
    );
    expect(body.name).toBe(name);
    expect(body.release).toBe(manifest.id);
    expect(body.rows).toHaveLength(analysis.rows);
    for (const row of body.rows) {
      expect(Object.keys(row)).toEqual(columns);
      expect(typeof row['value'] === 'number').toBe(row['status'] === 'ok');
    }
  });

  test('CSV and Arrow hold the same rows', async () => {
    const rows: Record<string, unknown>[] = JSON.parse(
      await (await get(app, `/api/analyses/${name}`)).text(),
    ).rows;
    const csv = await (await get(app, `/api/analyses/${name}.csv`)).arrayBuffer();
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(csv);
    expect(text.startsWith('\uFEFF')).toBe(true);
    const [head, ...lines] = text.slice(1).trimEnd().split('\r\n');
    expect(head).toBe(columns.join(','));
    expect(lines).toEqual(rows.map((row) => columns.map((column) => row[column] ?? '').join(',')));

    const arrow = await (await get(app, `/api/analyses/${name}.arrow`)).arrayBuffer();
    const table = tableFromIPC(new Uint8Array(arrow));
    expect(table.schema.fields.map((field) => field.name)).toEqual(columns);
    expect(table.toArray().map((row) => ({ ...row.toJSON() }))).toEqual(rows);
  });

  test('Excel is a workbook with a name that tells nothing but release and analysis', async () => {
    const answer = await get(app, `/api/analyses/${name}.xlsx`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(bytes.length).toBeGreaterThan(2000);
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="${manifest.id}-${name}.xlsx"`,
    );
  });

  test.each(['', '.csv', '.arrow', '.xlsx'])('%j is not sent twice', async (extension) => {
    const first = await get(app, `/api/analyses/${name}${extension}`);
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toContain(analysis.sha256);
    const again = await get(app, `/api/analyses/${name}${extension}`, { headers: { 'if-none-match': tag } });
    expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0]);
    const other = await get(app, `/api/analyses/${name}${extension}`, {
      headers: { 'if-none-match': '"x"' },
    });
    expect(other.status).toBe(200);
  });
});
