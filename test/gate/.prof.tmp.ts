import { homeOf } from '#shared/home.ts';
import { openForCount } from '#private/warehouse.ts';
import { discoverAnalyses } from '#shared/analyses.ts';
import { openSociety } from '#gate/count/society.ts';
import { checkModel } from '#gate/count/check.ts';
import { count } from '#gate/count/count.ts';
import { figuresOf } from '#gate/tables/cells.ts';
import { relationsOf } from '#gate/tables/relations.ts';
const home = homeOf(process.argv[2]!);
const as = await discoverAnalyses();
const w = await openForCount(home.warehouse, home.tmp);
let t = performance.now(); const lap = (n: string) => { console.log(n, Math.round(performance.now() - t)); t = performance.now(); };
const so = await openSociety(w, as.flatMap(a => Object.values(a.contract.dimensions).map(d => d.list))); lap('society');
const cs = [];
for (const a of as) { await checkModel(w, a, so); lap('check ' + a.name); cs.push(await count(w, a, 5)); lap('count ' + a.name); }
w.close();
const f = figuresOf(cs, so, () => ({ k: 10, floor: 10, dominancePercent: 10, minimumHouseholds: 5 })); lap('figures');
const r = relationsOf(as, f, so); lap('relations');
