import { Worker } from 'node:worker_threads';
import { oauthProblem } from '../oauth-problems.js';
import { type YamlReading } from './yaml-worker.js';

/** What may come in at once: a thousand times what a helpdesk has. */
export const YAML_BYTES_AT_MOST = 10 * 1024 * 1024;
const BUDGET_MS = 60_000;
const MEGABYTES = 1_024;
// From its sources Node runs the worker as it stands: it imports nothing of ours.
const SCRIPT = new URL(
  import.meta.url.endsWith('.ts') ? 'yaml-worker.ts' : 'yaml-worker.js',
  import.meta.url,
);

/** Data of a YAML document and the line on which each entry of its list begins. */
export interface ParsedYaml {
  readonly value: unknown;
  readonly lines: readonly number[];
}

/**
 * Parses YAML in a thread of its own, so that neither a large file nor a hostile one holds up the process: 60 s and 1 GB,
 * then it is given up. Problems `yaml-too-large` (`megabytes`), `yaml-not-utf8`, `yaml-invalid` (`line`, `column`,
 * `reason`), `yaml-too-hard`.
 */
export async function parseYaml(yaml: string | Uint8Array): Promise<ParsedYaml> {
  const reading = await readInThread(textOf(yaml));
  if (reading.kind === 'read') return reading;
  const { line, column, reason } = reading;
  throw oauthProblem('yaml-invalid', { params: { line, column, reason } });
}

function textOf(yaml: string | Uint8Array): string {
  const size = typeof yaml === 'string' ? Buffer.byteLength(yaml) : yaml.byteLength;
  if (size > YAML_BYTES_AT_MOST) throw yamlTooLarge();
  if (typeof yaml === 'string') return yaml;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(yaml);
  } catch (cause) {
    throw oauthProblem('yaml-not-utf8', { cause });
  }
}

/** Problem `yaml-too-large`. */
export function yamlTooLarge() {
  return oauthProblem('yaml-too-large', { params: { megabytes: YAML_BYTES_AT_MOST / 1024 / 1024 } });
}

function readInThread(text: string): Promise<YamlReading> {
  return new Promise((resolve, reject) => {
    // Without the environment: whatever a hostile file gets to run there finds no secrets.
    const worker = new Worker(SCRIPT, { env: {}, resourceLimits: { maxOldGenerationSizeMb: MEGABYTES } });
    const giveUp = (cause?: unknown) => reject(oauthProblem('yaml-too-hard', { cause }));
    const end = () => {
      clearTimeout(timer);
      void worker.terminate();
    };
    // A thread that is left alone with a hostile file would go on for as long as it takes.
    const timer = setTimeout(() => {
      giveUp();
      end();
    }, BUDGET_MS);
    worker.on('message', (reading: YamlReading) => {
      resolve(reading);
      end();
    });
    worker.on('error', (error) => {
      giveUp(error);
      end();
    });
    worker.on('exit', () => {
      giveUp();
      end();
    });
    worker.postMessage(text);
  });
}
