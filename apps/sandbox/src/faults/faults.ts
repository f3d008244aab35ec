import { type Profile } from '../oauth/profiles.js';
import { Scripted } from './scripted.js';

/**
 * What the token endpoint may answer instead of doing its work. `hang` holds the request for so many seconds and then
 * drops the connection; `aadsts` answers in Microsoft's shape with that number.
 */
export type TokenAnswer =
  | { readonly answer: 'status'; readonly status: number; readonly retryAfter?: number | string }
  | { readonly answer: 'html'; readonly status?: number }
  | { readonly answer: 'hang'; readonly seconds: number }
  | { readonly answer: 'reset' }
  | {
      readonly answer: 'aadsts';
      readonly code: number;
      readonly error?: string;
      readonly suberror?: string;
      readonly status?: number;
    }
  | {
      readonly answer: 'error';
      readonly error: string;
      readonly description?: string;
      readonly status?: number;
    };

/** A reply of the SMTP server instead of its own, at one step of the dialogue (default `mail`). */
export interface SmtpRefusal {
  readonly code: number;
  readonly text: string;
  readonly at?: 'auth' | 'mail' | 'rcpt' | 'data';
}

/** How often, and for the token endpoint at which profile (default: all). */
export interface Limits {
  readonly times?: number;
  readonly profile?: Profile;
}

const refusedLogin = 'NO [AUTHENTICATIONFAILED] Authentication failed.';

/** Everything that may go wrong on purpose. Nothing is scripted at the start; `clear()` returns to that. */
export class Faults {
  readonly tokenAnswers = {
    microsoft: new Scripted<TokenAnswer>(),
    google: new Scripted<TokenAnswer>(),
    strict: new Scripted<TokenAnswer>(),
    plain: new Scripted<TokenAnswer>(),
  };
  readonly logins = new Scripted<string>();
  readonly throttle = new Scripted<number>();
  readonly smtp = new Scripted<SmtpRefusal>();
  readonly drops = new Scripted<{ messages?: number; bytes?: number }>();
  #messages = 0;
  #bytes = 0;
  #release: () => void = () => undefined;

  /** The token endpoint answers this instead of working. */
  tokenEndpoint(answer: TokenAnswer, { times, profile }: Limits = {}): void {
    for (const [name, script] of Object.entries(this.tokenAnswers)) {
      if (profile === undefined || name === profile) script.set(answer, times);
    }
  }

  /** IMAP and SMTP refuse every login; `response` is the tagged IMAP answer, for example `NO [UNAVAILABLE] Try later.` */
  refuseLogins({ response = refusedLogin, times }: { response?: string; times?: number } = {}): void {
    this.logins.set(response, times);
  }

  /** IMAP answers commands with Microsoft's throttling text and this hint in milliseconds. */
  throttleImap({ milliseconds, times }: { milliseconds: number; times?: number }): void {
    this.throttle.set(milliseconds, times);
  }

  /** The IMAP connection is reset after so many whole messages, or bytes, of FETCH answers; counted over all connections. */
  dropFetch(after: { messages?: number; bytes?: number }, times = 1): void {
    this.#messages = 0;
    this.#bytes = 0;
    this.drops.set(after, times);
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
    for (const script of [
      ...Object.values(this.tokenAnswers),
      this.logins,
      this.throttle,
      this.smtp,
      this.drops,
    ])
      script.clear();
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
    const scripts = {
      ...this.tokenAnswers,
      logins: this.logins,
      throttle: this.throttle,
      smtp: this.smtp,
      drops: this.drops,
    };
    return Object.fromEntries(
      Object.entries(scripts).flatMap(([name, script]) => (script.state ? [[name, script.state]] : [])),
    );
  }

  private dropped(): void {
    this.drops.take();
    this.#messages = 0;
    this.#bytes = 0;
  }
}
