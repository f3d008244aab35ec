import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A process that works on request, one request at a time. */
export class Program {
  private constructor(
    private readonly child: ChildProcess,
    /** What it said when it was ready. */
    readonly greeting: unknown,
  ) {}

  /** Starts this script and waits until it is ready. */
  static async start(
    program: URL,
    args: readonly string[] = [],
    execArgv: readonly string[] = [],
  ): Promise<Program> {
    const env = { PATH: process.env['PATH'] };
    const child = fork(program, args, {
      env,
      execArgv: [...execArgv],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const [{ answer }] = (await once(child, 'message', { signal: AbortSignal.timeout(60_000) })) as [
      { answer: unknown },
    ];
    return new Program(child, answer);
  }

  /** Has it do something and answers what it answered. */
  async do<Answer>(name: string, input: object = {}): Promise<Answer> {
    this.child.send({ name, input });
    const heard = await once(this.child, 'message', { signal: AbortSignal.timeout(300_000) });
    const [{ answer, problem }] = heard as [{ answer: Answer; problem?: string }];
    if (problem !== undefined) throw new Error(`${name}: ${problem}`);
    return answer;
  }

  /** Lets it go by itself, so that it can write its profile. */
  async end(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit', { signal: AbortSignal.timeout(20_000) });
    this.child.disconnect();
    await gone;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }
}
