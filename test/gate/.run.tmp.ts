import { homeOf } from '#shared/home.ts';
import { loadSettings } from '#shared/config.ts';
import { silentEffects } from '#shared/effects.ts';
import { makeRelease } from '#gate/release.ts';
import { protect } from '#gate/protect.ts';
const home = homeOf(process.argv[2]!);
const t0 = performance.now();
let round = 0;
const c = await makeRelease(home, loadSettings(home), silentEffects(), { protect: async (i, e) => { 
  const t = performance.now();
  const held = i.cells.filter(c=>c.wasHidden).length;
  const r = await protect(i, e); 
  console.log('round', ++round, 'cells', i.cells.length, 'rel', i.relations.length, 'held', held, 'primary', r.primary, 'secondary', r.secondary, 'lpOnly', r.provedByLpOnly, Math.round(performance.now()-t), 'ms');
  return r; } });
console.log('total', Math.round(performance.now()-t0), 'ms', c.id);
for (const a of c.manifest.analyses) console.log(a.name, a.rows, a.shown, a.hidden);
console.log(c.report.reasons);
console.log(JSON.stringify(c.report.analyses.map(a=>[a.name,a.losses.map(l=>[l.table,l.measure,(100*l.hidden/l.all).toFixed(1)])])));
