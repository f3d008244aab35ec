import { Scripted } from './scripted.js';
import { ScriptedCommands } from './scripted-commands.js';
import { type TokenAnswer } from './token-answer.js';
import { TokenScript, type Meant } from './token-script.js';

/** A reply of the SMTP server instead of its own, at one step of the dialogue (default `mail`). */
export interface SmtpRefusal {
  readonly code: number;
  readonly text: string;
  readonly at?: 'auth' | 'mail' | 'rcpt' | 'data';
}

/** What goes wrong at one POP3 command: another answer, or the connection is cut before it is done, or after. */
export interface Pop3Fault {
  /** `PASS`, or one with what is said after it: `RETR 2`. */
  readonly command: string;
  /** Sent instead of doing it, for example `-ERR [IN-USE] Locked.`; of several lines where the command has such an answer. */
  readonly answer?: string;
  readonly cut?: 'before' | 'after';
}

/** How often, and for which requests at token endpoints (default: all). */
export interface Limits extends Meant {
  readonly times?: number;
}

const refusedLogin = 'NO [AUTHENTICATIONFAILED] Authentication failed.';

/** Everything that may go wrong on purpose. Nothing is scripted at the start; `clear()` returns to that. */
export class Faults {
  readonly tokenAnswers = new TokenScript();
  readonly logins = new Scripted<string>();
  readonly throttle = new Scripted<number>();
  readonly smtp = new Scripted<SmtpRefusal>();
  readonly pop3 = new ScriptedCommands<Pop3Fault>();
  readonly drops = new Scripted<{ messages?: number; bytes?: number }>();
  #messages = 0;
  #bytes = 0;
  #release: () => void = () => undefined;

  /** How far the clock of the token endpoints is from the right one, in seconds. */
  clockSkewSeconds = 0;

  /**
   * The token endpoint answers this instead of working, always or so many times; a list is answered in order, each of it
   * once unless `times` says otherwise. It replaces what was scripted for the same requests.
   */
  tokenEndpoint(answer: TokenAnswer | readonly TokenAnswer[], { times, ...meant }: Limits = {}): void {
    const answers: readonly TokenAnswer[] = 'answer' in answer ? [answer] : answer;
    this.tokenAnswers.set(answers, times ?? ('answer' in answer ? Infinity : 1), meant);
  }

  /** The clock of all token endpoints is ahead by so many seconds (behind: negative), as their `Date` says. */
  clockSkew({ seconds }: { seconds: number }): void {
    this.clockSkewSeconds = seconds;
  }

  /** What the clock of the token endpoints shows. */
  now(): Date {
    return new Date(Date.now() + this.clockSkewSeconds * 1000);
  }

  /** IMAP, POP3 and SMTP refuse every login; `response` is the tagged IMAP answer, for example `NO [UNAVAILABLE] Try later.` */
  refuseLogins({ response = refusedLogin, times }: { response?: string; times?: number } = {}): void {
    this.logins.set(response, times);
  }

  /** IMAP answers commands with Microsoft's throttling text and this hint in milliseconds. */
  throttleImap({ milliseconds, times }: { milliseconds: number; times?: number }): void {
    this.throttle.set(milliseconds, times);
  }

  /** The connection is reset after so many whole messages, or bytes, of FETCH and RETR answers; counted over all connections. */
  dropFetch(after: { messages?: number; bytes?: number }, times = 1): void {
    this.#messages = 0;
    this.#bytes = 0;
    this.drops.set(after, times);
  }

  /** The POP3 server does this at the next so many of these commands; one fault for each command. */
  breakPop3(fault: Pop3Fault, times?: number): void {
    this.pop3.set(fault, times);
  }

  /** The SMTP server answers this instead of its own reply. */
  refuseSmtp(refusal: SmtpRefusal, times?: number): void {
    this.smtp.set(refusal, times);
  }

  /** Remembers how to let held token answers go, so that {@link clear} lets them go too. */
  hold(release: () => void): void {
    this.#release();
    this.#release = release;
  }

  /** Lets held token answers go. */
  release(): void {
    this.#release();
    this.#release = () => undefined;
  }

  /** Nothing goes wrong any more. */
  clear(): void {
    this.release();
    this.clockSkewSeconds = 0;
    for (const script of [this.tokenAnswers, this.logins, this.throttle, this.smtp, this.pop3, this.drops])
      script.clear();
  }

  /** The POP3 fault due at this line, if any. */
  pop3FaultAt(line: string): Pop3Fault | undefined {
    return this.pop3.takeAt(line);
  }

  /** How many of these FETCH bytes may still leave; fewer than asked means: send those and drop the connection. */
  admitBytes(asked: number): number {
    const limit = this.drops.next?.bytes;
    if (limit === undefined) return asked;
    const admitted = Math.min(asked, limit - this.#bytes);
    this.#bytes += admitted;
    if (admitted < asked) this.dropped();
    return admitted;
  }

  /** Counts one whole message sent; true means: drop the connection now. */
  countMessage(): boolean {
    const limit = this.drops.next?.messages;
    if (limit === undefined || ++this.#messages < limit) return false;
    this.dropped();
    return true;
  }

  /** The SMTP refusal due at this step, if any. */
  smtpRefusalAt(step: NonNullable<SmtpRefusal['at']>): SmtpRefusal | undefined {
    return (this.smtp.next?.at ?? 'mail') === step ? this.smtp.take() : undefined;
  }

  /** What is scripted now, for the control page. */
  get state(): Record<string, { what: unknown; left: number | null }> {
    const { logins, throttle, smtp, drops, clockSkewSeconds } = this;
    const scripts = Object.entries({ logins, throttle, smtp, drops });
    return {
      ...this.tokenAnswers.state,
      ...this.pop3.state,
      ...Object.fromEntries(scripts.flatMap(([name, { state }]) => (state ? [[name, state]] : []))),
      ...(clockSkewSeconds === 0 ? {} : { clock: { what: { seconds: clockSkewSeconds }, left: null } }),
    };
  }

  private dropped(): void {
    this.drops.take();
    this.#messages = 0;
    this.#bytes = 0;
  }
}
