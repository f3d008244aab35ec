/** Mailroom will not start like this; the message is one sentence that says what to set. */
export class StartRefusal extends Error {
  constructor(sentence: string) {
    super(`Mailroom cannot start: ${sentence}`);
    this.name = 'StartRefusal';
  }
}
