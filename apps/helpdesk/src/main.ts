import { nodeComplaint } from './start/node-version.js';

const complaint = nodeComplaint(process.versions.node);
if (complaint === null) {
  // Not before: an old Node fails to load what this imports, with a riddle instead of a sentence.
  const { run } = await import('./start/run.js');
  await run();
} else {
  console.error(complaint);
  process.exitCode = 1;
}
