// What `npm run faults -- [--option value]…` runs. Plain JavaScript that Node 20 understands.
import { fileURLToPath } from 'node:url';
import { become } from '../support/become.mjs';

become(fileURLToPath(new URL('faults.ts', import.meta.url)), process.argv.slice(2));
