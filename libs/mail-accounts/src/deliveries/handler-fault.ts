/** The host's handler threw; `cause` is what it threw. */
export class HandlerFault extends Error {
  constructor(cause: unknown) {
    super('the inbound mail handler threw', { cause });
    this.name = 'HandlerFault';
  }
}
