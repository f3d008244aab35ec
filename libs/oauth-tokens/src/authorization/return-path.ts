import { z } from 'zod';
import { inputFault, type Settings } from '@mailroom/kernel';

/** A page below the mount to come back to: a relative path that cannot leave it, with a query if need be. */
export const returnPathSchema = z
  .string()
  .max(1_000)
  .regex(/^(?![/?])[\w\-./~%&=?+]*$/, inputFault('leads-elsewhere'))
  .refine((path) => !/(^|\/|%2f)(\.|%2e){1,2}(\/|\?|%2f|$)/i.test(path), inputFault('leads-elsewhere'));

/** Where the browser goes after a consent: the page it came from, told which token came of it. */
export function returnUrl(settings: Settings, returnTo: string, tokenId: string): string {
  const url = new URL(`${settings.at('')}/${returnTo}`);
  url.searchParams.set('token', tokenId);
  return url.href;
}
