import { fileURLToPath } from 'node:url';
import { type HelpdeskProcess } from '../../support/helpdesk-process.js';
import { until } from '../../support/until.js';

/** What a Node needs so that its memory can be asked for. */
export const probed = ['--expose-gc', '--import', fileURLToPath(new URL('./probe.mjs', import.meta.url))];

/** What a process holds after its garbage was collected, in KB. */
export interface HeldMemory {
  readonly rss: number;
  readonly heap: number;
  readonly external: number;
  readonly buffers: number;
}

/** Has a helpdesk that was started with `probed` collect its garbage and answers what is left. */
export async function heldMemory(helpdesk: HelpdeskProcess): Promise<HeldMemory> {
  helpdesk.output = '';
  process.kill(helpdesk.pid, 'SIGUSR2');
  const said = await until(() => /^held (.*)$/m.exec(helpdesk.output), { what: 'what the helpdesk holds' });
  return JSON.parse(said[1] ?? '') as HeldMemory;
}
