import { killRun } from '../bench/kills/kill-run.js';
import { freshDatabase } from '../support/database.js';

it('loses nothing when the host is killed while mail leaves, and doubles only what was in DATA', async () => {
  const database = await freshDatabase();
  const { lost, unsent, kills } = await killRun(database.url, { mails: 100, kills: 2, connections: 4 });
  await database.drop();
  expect({ lost, unsent }).toEqual({ lost: 0, unsent: 0 });
  expect(kills.filter(({ inData, doubles }) => doubles > inData || inData > 4)).toEqual([]);
}, 180_000);
