import { setImmediate as othersFirst } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import { perform, transferable, type ParseTask } from './parse-task.js';
import { rehearsal } from './rehearsal.js';
import { release } from './release.js';

/** Runs in a thread of its own: takes tasks, answers them in their order, one at a time. Until there are any it rehearses. */
let before: Promise<void> = Promise.resolve();
let isAsked = false;

parentPort?.on('message', (tasks: readonly ParseTask[]) => {
  isAsked = true;
  for (const task of tasks) before = before.then(() => answer(task));
});

async function answer(task: ParseTask): Promise<void> {
  try {
    const done = await perform(task);
    parentPort?.postMessage({ done }, transferable(done));
    release(task.raw);
  } catch {
    parentPort?.postMessage({ failed: true });
  }
}

async function rehearse(): Promise<void> {
  for (const raw of rehearsal()) {
    await othersFirst();
    if (isAsked) return;
    const done = await perform({ kind: 'parse', raw });
    if (done && 'rawRows' in done) release(done.rawRows);
  }
}

// A rehearsal that fails costs nothing.
rehearse().catch(() => undefined);
