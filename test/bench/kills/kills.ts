import { readOptions } from '../options.js';
import { onStage, say } from '../stage.js';
import { killRun } from './kill-run.js';

// npm run bench -- kills [--mails 1000] [--kills 20] [--connections 10]
// A host with mail in its outbox is killed with SIGKILL again and again while it sends. Nothing may be lost, and each kill may
// double at most the mails that were in DATA. Everything but the result goes to stderr; exit code 1 when a promise broke.

const wish = readOptions({ mails: 1000, kills: 20, connections: 10 });

await onStage(async ({ postgres }) => {
  const { lost, kills, unsent } = await killRun(await postgres.createDatabase('kills'), wish);
  for (const [number, { inData, doubles }] of kills.entries())
    say(`kill ${number + 1}: ${inData} in DATA, ${doubles} came twice`);
  const sum = (of: 'inData' | 'doubles') => kills.reduce((total, kill) => total + kill[of], 0);
  const kept = lost === 0 && unsent === 0 && kills.every(({ inData, doubles }) => doubles <= inData);
  const counts = { mails: wish.mails, kills: kills.length, lost, unsent };
  console.log(
    JSON.stringify({ bench: 'kills', ...counts, in_data: sum('inData'), doubles: sum('doubles'), kept }),
  );
  process.exitCode = kept ? 0 : 1;
});
