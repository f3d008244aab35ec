import { Worker } from 'node:worker_threads';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { type ParseAnswers, type ParseTask } from './parse-task.js';

/**
 * What may be in the thread's hands: the task it works on, and those after it, so that it never waits for us. We have
 * other things to do at times, such as a commit, and a mail takes it half a millisecond.
 */
const AHEAD = { tasks: 32, bytes: 2_097_152 };
/** It gets more once it has no more than this: a message to another thread costs as much as a tenth of a small mail. */
const REFILL = 16;
const MEGABYTES = 512;
/** What it makes of a mail is small and soon gone; the usual 48 MB would fill up all the same. */
const YOUNG_MEGABYTES = 12;

interface Job {
  readonly task: ParseTask;
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
  /** The thread crashed with this task and others in its hands: this time it gets it alone. */
  readonly suspect: boolean;
}

/** The thread was lost over this task: it ran out of time or memory, or it crashed. */
export class ThreadLost extends Error {
  constructor(readonly why: 'too-slow' | 'crashed') {
    super(`The parsing thread was lost: ${why}`);
  }
}

/**
 * One worker thread and the queue before it. It starts when it is told to, or with the first task. A task that takes longer than
 * `budgetMs` or brings the thread down is rejected with `ThreadLost`; the thread is started anew and everybody else's
 * task is done all the same. More than `longest` waiting tasks are refused with problem `parser-busy`.
 */
export class ParseThread {
  readonly #waiting: Job[] = [];
  readonly #handed: Job[] = [];
  #worker: Worker | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(
    private readonly script: URL,
    private readonly limits: { readonly budgetMs: number; readonly longest: number },
    private readonly execArgv: readonly string[] = [],
  ) {}

  /** Has the thread load what it works with. It keeps no process alive that has nothing else to do. */
  start(): void {
    if (!this.#closed && this.#handed.length === 0) this.worker().unref();
  }

  /**
   * Has a task done. The thread works on a copy of its bytes: a mail that brings the thread down must not be gone
   * with it. `urgent` tasks go before all that wait.
   */
  run<Task extends ParseTask>(task: Task, urgent = false): Promise<ParseAnswers[Task['kind']]> {
    if (this.#closed)
      return Promise.reject(mailAccountProblem('parser-stopped', { disposition: 'retry-later' }));
    if (this.#waiting.length >= this.limits.longest) {
      return Promise.reject(mailAccountProblem('parser-busy', { disposition: 'retry-later' }));
    }
    return new Promise((resolve, reject) => {
      const job: Job = { task, resolve, reject, suspect: false };
      if (urgent) this.#waiting.unshift(job);
      else this.#waiting.push(job);
      this.handOut();
    });
  }

  /** Ends the thread. What was not done is rejected with problem `parser-stopped`. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    for (const job of [...this.#handed.splice(0), ...this.#waiting.splice(0)]) {
      job.reject(mailAccountProblem('parser-stopped', { disposition: 'retry-later' }));
    }
    await this.#worker?.terminate();
  }

  private handOut(): void {
    const isIdle = this.#handed.length === 0;
    const tasks = this.#handed.length <= REFILL ? this.nextTasks() : [];
    if (tasks.length > 0) {
      const buffers = tasks.map(({ raw }) => raw.buffer as ArrayBuffer);
      this.worker().postMessage(tasks, buffers);
      if (isIdle) this.startBudget();
    }
    if (this.#handed.length > 0) this.#worker?.ref();
    else this.#worker?.unref();
  }

  private nextTasks(): ParseTask[] {
    const tasks: ParseTask[] = [];
    for (let [next] = this.#waiting; next && this.hasRoomFor(next); [next] = this.#waiting) {
      this.#waiting.shift();
      this.#handed.push(next);
      // A view is cloned with all of the buffer it looks into: copy its own bytes and hand that copy over.
      tasks.push({ ...next.task, raw: new Uint8Array(next.task.raw) });
    }
    return tasks;
  }

  private hasRoomFor(next: Job): boolean {
    const [first] = this.#handed;
    if (!first) return true;
    const bytes = this.#handed.reduce((sum, { task }) => sum + task.raw.length, next.task.raw.length);
    return this.#handed.length < AHEAD.tasks && bytes <= AHEAD.bytes && !first.suspect && !next.suspect;
  }

  private worker(): Worker {
    if (this.#worker) return this.#worker;
    // Without the environment: whatever hostile mail gets to run there finds no secrets.
    const worker = new Worker(this.script, {
      execArgv: [...this.execArgv],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    worker.on('message', (answer: { done: never } | { failed: true }) => {
      // A thread that was given up may still have had something to say.
      if (worker === this.#worker) this.settle(answer);
    });
    worker.on('error', () => this.lose(worker, 'crashed'));
    worker.on('exit', () => this.lose(worker, 'crashed'));
    this.#worker = worker;
    return worker;
  }

  private settle(answer: { done: never } | { failed: true }): void {
    const job = this.#handed.shift();
    clearTimeout(this.#timer);
    if (this.#handed.length > 0) this.startBudget();
    if ('done' in answer) job?.resolve(answer.done);
    else job?.reject(new ThreadLost('crashed'));
    this.handOut();
  }

  // The thread works in order, so the oldest task is the one it is at, and its time begins when the one before ends.
  private startBudget(): void {
    const worker = this.#worker;
    this.#timer = setTimeout(() => worker && this.lose(worker, 'too-slow'), this.limits.budgetMs);
  }

  private lose(worker: Worker, why: ThreadLost['why']): void {
    if (worker !== this.#worker || this.#closed) return;
    this.#worker = undefined;
    clearTimeout(this.#timer);
    void worker.terminate();
    const [first, ...others] = this.#handed.splice(0);
    // What a crashed thread had answered may not have arrived, so with several in its hands nobody knows which it was.
    if (first && (why === 'too-slow' || others.length === 0)) first.reject(new ThreadLost(why));
    else if (first) others.unshift(first);
    this.#waiting.unshift(...others.map((job) => ({ ...job, suspect: true })));
    this.handOut();
  }
}
