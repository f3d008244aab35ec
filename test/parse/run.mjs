// What `npm run parse -- <folder of .eml>` runs. Plain JavaScript that Node 20 understands.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { become } from '../support/become.mjs';

become(
  fileURLToPath(new URL('parse.ts', import.meta.url)),
  process.argv.slice(2).map((folder) => resolve(folder)),
);
