import { type Profile } from '../oauth/profiles.js';
import { type TokenAnswer } from './token-answer.js';

/** For which requests an answer is meant: at a profile, for a grant type (default: all). */
export interface Meant {
  readonly profile?: Profile;
  readonly grantType?: string;
}

interface Entry extends Meant {
  readonly answer: TokenAnswer;
  left: number;
}

/** What token endpoints answer next, in order; who asks takes the first answer that is meant for the request. */
export class TokenScript {
  #entries: Entry[] = [];

  /** From now on these answers, each so many times; what was scripted for the same requests before is forgotten. */
  set(answers: readonly TokenAnswer[], times: number, meant: Meant): void {
    const isForgotten = (entry: Entry): boolean =>
      (meant.profile === undefined || entry.profile === meant.profile) && entry.grantType === meant.grantType;
    this.#entries = this.#entries.filter((entry) => !isForgotten(entry));
    this.#entries.push(...answers.map((answer) => ({ ...meant, answer, left: times })));
  }

  clear(): void {
    this.#entries = [];
  }

  /** The answer due to this request, if any; uses up one time. */
  take(profile: Profile, grantType: string | null): TokenAnswer | undefined {
    const due = this.#entries.find(
      (entry) =>
        entry.left > 0 &&
        (entry.profile ?? profile) === profile &&
        (entry.grantType ?? grantType) === grantType,
    );
    if (due) due.left--;
    return due?.answer;
  }

  /** For pages: what is still due, under a name that says for whom. */
  get state(): Record<string, { what: TokenAnswer; left: number | null }> {
    const due = this.#entries.filter(({ left }) => left > 0);
    return Object.fromEntries(
      due.map(({ answer, left, profile = 'every profile', grantType = '' }, index) => [
        ['token endpoint', profile, grantType, index > 0 ? `(${index + 1})` : ''].filter(Boolean).join(' '),
        { what: answer, left: Number.isFinite(left) ? left : null },
      ]),
    );
  }
}
