import { parseArgs } from 'node:util';
import { privateFolder, removeWithServers, sweepLeftovers } from '../../support/leftovers.mjs';
import { BenchPostgres } from '../ingest/bench-postgres.js';
import { killRun } from './kill-run.js';

// npm run bench -- kills [--mails 1000] [--kills 20] [--connections 10]
// A host with mail in its outbox is killed with SIGKILL again and again while it sends. Nothing may be lost, and each kill may
// double at most the mails that were in DATA. Everything but the result goes to stderr; exit code 1 when a promise broke.

const { values } = parseArgs({
  options: {
    mails: { type: 'string', default: '1000' },
    kills: { type: 'string', default: '20' },
    connections: { type: 'string', default: '10' },
  },
});
const wish = {
  mails: Number(values.mails),
  kills: Number(values.kills),
  connections: Number(values.connections),
};
if (!Object.values(wish).every((count) => Number.isInteger(count) && count > 0))
  throw new Error('--mails, --kills and --connections want whole numbers');

sweepLeftovers();
const folder = privateFolder('bench');
const postgres = await BenchPostgres.start(folder);
try {
  const { lost, kills, unsent } = await killRun(await postgres.createDatabase('kills'), wish);
  for (const [number, { inData, doubles }] of kills.entries())
    console.error(`kill ${number + 1}: ${inData} in DATA, ${doubles} came twice`);
  const sum = (of: 'inData' | 'doubles') => kills.reduce((total, kill) => total + kill[of], 0);
  const kept = lost === 0 && unsent === 0 && kills.every(({ inData, doubles }) => doubles <= inData);
  console.log(
    JSON.stringify({
      bench: 'kills',
      mails: wish.mails,
      kills: kills.length,
      lost,
      unsent,
      in_data: sum('inData'),
      doubles: sum('doubles'),
      kept,
    }),
  );
  process.exitCode = kept ? 0 : 1;
} finally {
  await postgres.stop();
  removeWithServers(folder);
}
