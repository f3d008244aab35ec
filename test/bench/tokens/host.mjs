// A host on the built libs as a process of its own, driven over IPC: it holds tokens, asks for them, and shows its pages'
// API to whoever comes. Answers are digests of tokens, never tokens.
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { AccessTokens } from '../../../dist/libs/oauth-tokens/src/index.js';
import { atYourService } from '../at-your-service.mjs';
import { adopt, bootHost } from '../host.mjs';

const [url, publicUrl, port] = process.argv.slice(2);
const app = await bootHost(url, publicUrl, port);
const database = app.get(DataSource);
const tokens = app.get(AccessTokens, { strict: false });

const digest = (value) => createHash('sha256').update(value.reveal()).digest('hex');

/** How often a second `once` can be done, one after the other, for `milliseconds`. */
async function rate(milliseconds, once) {
  for (let warm = 0; warm < 200; warm += 1) await once();
  const begun = performance.now();
  let count = 0;
  for (; performance.now() - begun < milliseconds; count += 1) await once();
  return (count * 1000) / (performance.now() - begun);
}

const work = {
  adopt: (input) => adopt(app, input),
  hot: ({ tokenId, milliseconds }) => rate(milliseconds, () => tokens.get(tokenId)),
  selects: ({ milliseconds }) => rate(milliseconds, () => database.query('select 1')),
  /** Seconds that it takes to get all of them, so many at once. */
  getAll: async ({ tokenIds, atOnce }) => {
    const waiting = [...tokenIds];
    const begun = performance.now();
    const hand = async () => {
      for (let id = waiting.pop(); id; id = waiting.pop()) await tokens.get(id);
    };
    await Promise.all(Array.from({ length: atOnce }, hand));
    return (performance.now() - begun) / 1000;
  },
  storm: async ({ tokenId, callers }) => {
    const got = await Promise.all(Array.from({ length: callers }, () => tokens.get(tokenId)));
    return got.map(({ value }) => digest(value));
  },
};

atYourService(work);
