import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Of the sandbox alone, for tests and for who runs it by itself: apps/sandbox/README.md. */
const OF_THE_SANDBOX = ['SANDBOX_ACCESS_TOKEN_SECONDS', 'SANDBOX_STATE'];

/** `A_{B,C}_D` is two names. */
function spelledOut(name: string): string[] {
  const [, before = '', choices, after = ''] = /^(.*)\{(.+)\}(.*)$/.exec(name) ?? [];
  return choices === undefined ? [name] : choices.split(',').map((choice) => `${before}${choice}${after}`);
}

it('README.md has every variable that the helpdesk and its sandbox read, and no other', () => {
  const helpdesk = read('apps/helpdesk/src/settings/environment.ts').matchAll(/^ {2}([A-Z_]+): /gm);
  const sandbox = read('apps/sandbox/src/settings.ts').matchAll(/\b(SANDBOX_[A-Z0-9_]+)\b/g);
  const known = [...helpdesk, ...sandbox].map(([, name = '']) => name);
  const [, table = ''] = /^\| setting \(environment\)[^\n]+\n([\s\S]+?)\n\n/m.exec(read('README.md')) ?? [];
  const told = table
    .split('\n')
    .flatMap((row) => [...(row.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)])
    .flatMap(([, name = '']) => spelledOut(name));
  expect(told.length).toBeGreaterThan(20);
  const ours = new Set(known.filter((name) => !OF_THE_SANDBOX.includes(name)));
  expect(told.toSorted()).toEqual([...ours].toSorted());
});
