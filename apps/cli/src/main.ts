import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runCommandLine } from './program.js';

// In this repository the reference helpdesk is the host unless another one is named.
const helpdesk = fileURLToPath(new URL('../../helpdesk/src/context.js', import.meta.url));

// Stdout is the result and nothing else: what the host and its libraries print there goes to stderr.
const out = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr);

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

process.exitCode = await runCommandLine(process.argv.slice(2), {
  usualHost: process.env['MAILROOM_HOST'] ?? (existsSync(helpdesk) ? helpdesk : undefined),
  signal: stop.signal,
  write: { out: (text) => void out(text), error: (text) => void process.stderr.write(text) },
});
