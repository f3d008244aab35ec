import { parentPort } from 'node:worker_threads';
import { perform, transferable, type ParseTask } from './parse-task.js';
import { release } from './release.js';

/** Runs in a thread of its own: takes tasks, answers them in their order, one at a time. */
let before: Promise<void> = Promise.resolve();

parentPort?.on('message', (tasks: readonly ParseTask[]) => {
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
