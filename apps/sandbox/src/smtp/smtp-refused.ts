/** A reply code and text for the SMTP client instead of acceptance. */
export class SmtpRefused extends Error {
  constructor(
    readonly responseCode: number,
    text: string,
  ) {
    super(text);
  }
}
