import { type Response } from 'express';
import { type Html } from './html.js';

const POLICY = [
  `default-src 'none'`,
  `style-src 'self'`,
  `img-src 'self' data:`,
  `frame-src 'self'`,
  `form-action 'self'`,
  `base-uri 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

/** Sends a page: no scripts, nothing from other hosts, never inside somebody's frame, never kept by a cache. */
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
