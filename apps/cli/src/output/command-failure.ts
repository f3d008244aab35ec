/** Exit codes that scripts can trust. */
export const EXIT = {
  done: 0,
  /** The command did not do what it was asked; stderr says why. */
  failed: 1,
  /** Called wrongly: unknown command, missing or unusable argument. Nothing was done. */
  usage: 2,
  /** Done, but something wants attention: findings of `doctor`, refused entries of an import. */
  attention: 3,
  /** The host could not be booted. */
  host: 4,
  /** Interrupted by a signal, as shells count it. */
  interrupted: 130,
} as const;

/** Why a command ends with something else than 0: a code for programs, a sentence for people, nothing secret. */
export class CommandFailure extends Error {
  constructor(
    readonly code: string,
    sentence: string,
    readonly exitCode: number = EXIT.failed,
    options?: ErrorOptions,
  ) {
    super(sentence, options);
    this.name = 'CommandFailure';
  }
}
