import { openCurrentRelease } from '#release/read.ts';
import { readFileSync } from 'node:fs';
const home = process.argv[2]!;
const r = await openCurrentRelease(home + '/public');
const m = r.manifest;
console.log({ ...m, lists: Object.fromEntries(Object.entries(m.lists).map(([k, v]) => [k, v.length])), analyses: m.analyses.map(a => [a.name, a.periods.length, a.rows, a.shown, a.hidden].join(' ')) });
const planted = JSON.parse(readFileSync(home + '/private/sample/planted.json', 'utf8'));
let ok = 0, hidden = 0, small = 0, bad = 0, none = 0; 
for (const a of m.analyses) {
  const map = new Map(r.cells(a.name).map(c => [[c.period, c.measure, ...Object.entries(c.at).filter(([, v]) => v !== 'total').map(([k, v]) => k + '=' + v).sort()].join('|'), c]));
  for (const p of planted.cells.filter((c: any) => c.analysis === a.name)) {
    const key = [p.period, p.measure, ...Object.entries(p.at).filter(([, v]) => v !== 'total').map(([k, v]) => k + '=' + v).sort()].join('|');
    const c = map.get(key);
    if (!c) { none++; if (none < 5) console.log('no cell', a.name, key, p.value); }
    else if (c.status === 'ok') { if (c.value === p.value) ok++; else { bad++; if (bad < 10) console.log('differs', a.name, key, p.value, c.value); } }
    else { hidden++; }
    if (c?.status === 'ok' && a.measures[p.measure]?.kind === 'persons' && p.value > 0 && p.value < 10) small++;
  }
}
console.log({ planted: planted.cells.length, ok, hidden, bad, none, small });
