import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describeWithDovecot } from '../support/dovecot.js';

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const PATIENCE_MS = 600_000;

/** The last line of a run on the build as it is. */
async function run(...options: string[]): Promise<{ faults: number; lost: number; double: number }> {
  const flags = ['--experimental-transform-types', '--import', path('../support/typescript-source.mjs')];
  const settings = { timeout: PATIENCE_MS, maxBuffer: 10_000_000 };
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [...flags, path('faults.ts'), ...options],
    settings,
  ).catch((ended: { stdout: string; stderr: string }) => ended);
  const last = stdout.trim().split('\n').at(-1);
  if (!last) throw new Error(`no result: ${stderr}`);
  const result = JSON.parse(last) as { faults: number; lost: number; double: number };
  if (!options.includes('--broken') && Object.keys(result).length > 3) throw new Error(stderr);
  return result;
}

describeWithDovecot('a few faults of every kind', () => {
  it(
    'lose nothing and double nothing',
    async () => {
      const { faults, ...wrong } = await run('--seed', '1', '--small');
      expect(wrong).toEqual({ lost: 0, double: 0 });
      expect(faults).toBeGreaterThan(35);
    },
    PATIENCE_MS,
  );

  it(
    'show it when the build tells the mail server before it commits',
    async () => {
      const { lost } = await run('--seed', '1', '--small', '--only', 'cuts', '--broken', 'early-disposal');
      expect(lost).toBeGreaterThan(0);
    },
    PATIENCE_MS,
  );
});
