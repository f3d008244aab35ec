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
  /** Aborts at the deadline and at shutdown; long work listens. */
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
  /** A try that takes longer is aborted and counts as failed. */
  readonly deadlineSeconds: number;
  /** Done when it resolves; a throw is a failed try. Only the problem code of a throw is stored. */
  work(job: Job<Data>): Promise<void>;
}
