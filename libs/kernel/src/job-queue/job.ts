/** Where pg-boss keeps its tables. */
export const JOBS_SCHEMA = 'mailroom_jobs';

/** Under this name the payload of a job takes the correlation id along of the work that asked for it. */
export const CORRELATION = '$correlation';

/** One piece of durable work in somebody's hands. */
export interface Job<Data> {
  readonly id: string;
  /** Ids only: never a secret, never a mail. */
  readonly data: Data;
  /** 0 at the first try. */
  readonly retries: number;
  /** Aborts at the deadline, at shutdown and when another process has the job; long work listens. */
  readonly signal: AbortSignal;
}

/** What a queue promises: how many at once, how often again, and until when. */
export interface Queue<Data extends object> {
  readonly name: string;
  /** Jobs of this queue that one process works on at once. */
  readonly concurrency: number;
  /** `exclusive`: at most one job per `key` queued or active; a second send answers null. */
  readonly policy?: 'standard' | 'exclusive';
  /** Tries after the first. Delays grow from `retryDelaySeconds` to `retryDelayMaxSeconds`, with jitter. */
  readonly retryLimit: number;
  readonly retryDelaySeconds: number;
  readonly retryDelayMaxSeconds: number;
  /** A try that takes longer is aborted and counts as failed. When its process is gone, it does so 30 s later. */
  readonly deadlineSeconds: number;
  /**
   * A process that was silent for so long, at least 10 s, is taken for dead: its tries failed. For work that comes to the
   * same when a process that was only slow is at it still. Without this the deadline alone counts.
   */
  readonly silentSeconds?: number;
  /**
   * Done when it resolves; a throw is a failed try. Only the problem code of a throw is stored. What it answers is the
   * data of a job that goes on under the same key: there from the moment in which this one is done, and only if this one
   * was still ours to do.
   */
  work(job: Job<Data>): Promise<Data | void>;
}
