import { type Response } from 'express';
import { type Html } from './html.js';

const POLICY = [
  `default-src 'none'`,
  // Mailroom's banners, which are a script of ours and listen to us.
  `script-src 'self'`,
  `connect-src 'self'`,
  `style-src 'self'`,
  `img-src 'self' data:`,
  `frame-src 'self'`,
  `form-action 'self'`,
  `base-uri 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

/** Sends a page: no scripts but our own, nothing from other hosts, never inside somebody's frame, never kept by a cache. */
export function showPage(response: Response, page: Html, status = 200): void {
  response
    .status(status)
    .set({
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      // Not no-referrer: browsers would post our forms with `Origin: null`.
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
    })
    .type('html')
    .send(page.toString());
}
