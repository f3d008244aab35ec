import { SettingRefused } from '../settings/environment.js';

const DATABASE: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  ETIMEDOUT: 'there is no answer',
  '28P01': 'the password is wrong',
  '28000': 'the login is not let in',
  '3D000': 'there is no such database',
  '42501': 'the login may not create schemas or tables there',
};

/** Why the start failed, for the operator: one sentence where the reason is theirs to change, else the stack. */
export function sentenceFor(error: unknown): string {
  if (!(error instanceof Error)) return 'The helpdesk did not start.';
  const reason = DATABASE[(error as { code?: string }).code ?? ''];
  if (reason !== undefined) return `The database of DATABASE_URL cannot be used: ${reason}.`;
  const speaksToOperators = error instanceof SettingRefused || error.name === 'StartRefusal';
  return speaksToOperators || error.constructor === Error ? error.message : (error.stack ?? error.message);
}
