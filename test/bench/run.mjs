// What `npm run bench -- <bench> [--option value]…` runs. Plain JavaScript that Node 20 understands.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { become } from '../support/become.mjs';

const [name = '', ...options] = process.argv.slice(2);
const bench = fileURLToPath(new URL(`${name}/${name}.ts`, import.meta.url));

if (/^[a-z]+(-[a-z]+)*$/.test(name) && existsSync(bench)) become(bench, options);
else {
  console.error(
    `There is no bench "${name}": npm run bench -- ingest --messages 2000, -- tokens, -- push, -- poll, -- send, -- kills, -- fairness, -- growth, -- first-page or -- backlog`,
  );
  process.exitCode = 1;
}
