/**
 * What the token endpoint may answer instead of doing its work. `hang` holds the request for so many seconds and then
 * drops the connection; `aadsts` answers in Microsoft's shape with that number; `tokens` answers this very JSON with 200,
 * for example tokens that were issued to somebody else; `work` does the work after all, for lists of answers.
 */
export type TokenAnswer =
  | ({ readonly answer: 'status'; readonly status: number } & Late)
  | ({ readonly answer: 'html'; readonly status?: number } & Late)
  | { readonly answer: 'hang'; readonly seconds: number }
  | { readonly answer: 'reset' }
  | ({
      readonly answer: 'aadsts';
      readonly code: number;
      readonly error?: string;
      readonly suberror?: string;
      readonly status?: number;
    } & Late)
  | ({
      readonly answer: 'error';
      readonly error: string;
      readonly description?: string;
      readonly status?: number;
    } & Late)
  | { readonly answer: 'tokens'; readonly body: object }
  | { readonly answer: 'work' };

/** `Retry-After` in both its forms: a number of seconds or a date (RFC 9110 section 10.2.3); a text goes out as it is, good or not. */
interface Late {
  readonly retryAfter?: number | string | Date;
}
