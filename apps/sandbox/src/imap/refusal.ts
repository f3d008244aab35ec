/** Thrown inside a command: what its tagged answer says instead of OK, starting with NO or BAD. */
export class Refusal extends Error {
  static no(text: string): Refusal {
    return new Refusal(`NO ${text}`);
  }

  static bad(text: string): Refusal {
    return new Refusal(`BAD ${text}`);
  }
}
