/** Gives numbers in a process of its own: `home draft first last [kill]`. `kill`: ends itself at once, as by kill -9. */
import { append } from '#office/chain.ts';
import { inOffice } from '#office/database.ts';
import { giveNumber } from '#office/ledger.ts';
import { silentEffects } from '#shared/effects.ts';
import { homeOf } from '#shared/home.ts';

const [folder = '', draft = '', first = '1', last = '1', kill] = process.argv.slice(2);
const home = homeOf(folder);
const end = () => process.kill(process.pid, 'SIGKILL');

if (kill === 'inside') {
  inOffice(home.office, (office) => {
    append(office, 'ledger', { event: 'half' });
    end();
  });
}
for (let part = Number(first); part <= Number(last); part++)
  giveNumber(home, draft, part, { id: 'P0002' }, silentEffects());
if (kill === 'after') end();
