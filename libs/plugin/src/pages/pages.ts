import { createHash } from 'node:crypto';
import { Injectable, StreamableFile } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { AdminAccess, kernelProblem, roleOf } from '@mailroom/kernel';
import { PageFiles, type PageFile } from './page-files.js';
import { StaffEntrance } from './staff-entrance.js';

const POLICY = [
  `default-src 'self'`,
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' data:`,
  `object-src 'none'`,
  `base-uri 'self'`,
  `form-action 'self'`,
  `frame-ancestors 'self'`,
].join('; ');

const OWN_PAGE = 'my-mailbox';
const NOT_FOR_YOU =
  'These pages are for those who administer mail. Ask one of them, or sign in as somebody who does.';
const NOT_BUILT = 'The admin pages are not built yet: run `npm run build` and reload.';

/** Stands in the address of a second try, so that there is no third. */
const AGAIN = 'again';

/** What somebody came for. */
export interface Wanted {
  /** A path below the mount. */
  readonly wanted: string;
  /** Why a return from a provider came to nothing, as the address says. */
  readonly code: unknown;
}

/**
 * The admin pages. Assets carry no data and are open; the page itself is for admins, so that a stranger learns
 * nothing and a signed-out admin lands at the host's sign-in. Whoever has a mailbox of their own and nothing else gets
 * the one page for that, wherever they wanted to go.
 */
@Injectable()
export class Pages {
  constructor(
    private readonly files: PageFiles,
    private readonly access: AdminAccess,
    private readonly entrance: StaffEntrance,
    private readonly adapterHost: HttpAdapterHost,
  ) {}

  /** A file of the pages, by its path below `assets`. Problem `page-not-found`. */
  async asset(path: string, accepts: string | undefined, response: unknown): Promise<void> {
    const file = await this.files.packed(`assets/${path}`, accepts);
    if (!file) throw kernelProblem('page-not-found');
    this.adapterHost.httpAdapter.setHeader(response, 'vary', 'accept-encoding');
    // Vite names assets by their content: what was fetched once stays true.
    this.send(response, file, 'public, max-age=31536000, immutable');
  }

  /** A page of the documentation, by its path below `docs`. Problem `page-not-found`. */
  async doc(path: string, response: unknown): Promise<void> {
    // They were Markdown once: what leads there still arrives.
    const file = await this.files.asset(`docs/${path.replace(/\.md$/, '.html')}`);
    if (!file) throw kernelProblem('page-not-found');
    this.send(response, file, 'no-cache');
  }

  /**
   * What puts `<mailroom-banners>` on a host's pages, and what that says in German. One address for all versions, so it is
   * asked for again each time.
   */
  async element(
    name: 'banners.js' | 'banners.de.js',
    known: string | undefined,
    response: unknown,
  ): Promise<void> {
    const file = await this.files.asset(name);
    if (!file) throw kernelProblem('page-not-found');
    const { httpAdapter } = this.adapterHost;
    const tag = `"${createHash('sha256').update(file.body).digest('base64url')}"`;
    httpAdapter.setHeader(response, 'etag', tag);
    // Also where nothing follows: Fastify would call nothing JSON.
    httpAdapter.setHeader(response, 'content-type', file.type);
    httpAdapter.setHeader(response, 'cross-origin-resource-policy', 'same-origin');
    if (known?.split(/\s*,\s*(?:W\/)?/).includes(tag)) httpAdapter.reply(response, null, 304);
    else this.send(response, file, 'no-cache');
  }

  /** The page that answers at a path below the mount. Problem `page-not-found` where that is the API's. */
  async deepLink(wanted: Wanted, request: unknown, response: unknown): Promise<void> {
    if (/^(api|oauth2)(\/|$)/.test(wanted.wanted)) throw kernelProblem('page-not-found');
    await this.page(wanted, request, response);
  }

  private async page({ wanted, code }: Wanted, request: unknown, response: unknown): Promise<void> {
    const actor = await this.access.actorOf(request);
    if (!actor && cameFromElsewhere(request)) return this.comeAgain(wanted, request, response);
    if (!actor) return this.askToSignIn(wanted, response);
    const role = await roleOf(this.access, actor);
    if (role === 'nobody') return this.say(response, NOT_FOR_YOU, 403);
    if (role === 'personal' && wanted !== OWN_PAGE)
      return this.adapterHost.httpAdapter.redirect(response, 303, this.ownPage(code));
    const file = await this.files.page(wanted === OWN_PAGE ? 'my-mailbox.html' : 'index.html');
    if (file) this.send(response, file, 'no-cache');
    else this.say(response, NOT_BUILT, 503);
  }

  // A return from a provider that belongs to nobody's authorization says why; anything else is lost on the way.
  private ownPage(code: unknown): string {
    const why = typeof code === 'string' && /^[a-z-]{1,40}$/.test(code) ? `?code=${code}` : '';
    return `${this.files.baseHref}${OWN_PAGE}${why}`;
  }

  private askToSignIn(wanted: string, response: unknown): void {
    const entrance = this.entrance.leadingTo(this.files.baseHref + wanted);
    if (entrance === undefined) throw kernelProblem('sign-in-required');
    this.adapterHost.httpAdapter.redirect(response, 303, entrance);
  }

  // A provider leads back from its own site, and then browsers keep a cookie that is `SameSite=Strict` to themselves. The
  // same address asked for by a page of ours is another matter (RFC 6265bis section 5.2), so this page asks once more.
  private comeAgain(wanted: string, request: unknown, response: unknown): void {
    const { httpAdapter } = this.adapterHost;
    const query = searchOf(request);
    query.set(AGAIN, '');
    const address = `${this.files.baseHref}${encodeURI(wanted)}?${query.toString()}`;
    const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=${inAttribute(address)}"><title>Mailroom</title>`;
    httpAdapter.setHeader(response, 'content-type', 'text/html; charset=utf-8');
    httpAdapter.setHeader(response, 'content-security-policy', `default-src 'none'; frame-ancestors 'none'`);
    httpAdapter.setHeader(response, 'cache-control', 'no-store');
    httpAdapter.reply(response, html, 200);
  }

  // Somebody in a browser reads this, where the pages and their sentences cannot be shown.
  private say(response: unknown, sentence: string, status: number): void {
    const { httpAdapter } = this.adapterHost;
    httpAdapter.setHeader(response, 'content-type', 'text/plain; charset=utf-8');
    httpAdapter.reply(response, sentence, status);
  }

  private send(response: unknown, file: PageFile, cacheControl: string): void {
    const { httpAdapter } = this.adapterHost;
    const headers = {
      'content-type': file.type,
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cache-control': cacheControl,
    };
    for (const [name, value] of Object.entries(headers)) httpAdapter.setHeader(response, name, value);
    if (file.encoding) httpAdapter.setHeader(response, 'content-encoding', file.encoding);
    // Not the bytes themselves: the Express adapter writes objects as JSON.
    httpAdapter.reply(response, new StreamableFile(file.body), 200);
  }
}

// Only browsers say where a navigation began (Fetch Metadata).
function cameFromElsewhere(request: unknown): boolean {
  const { headers } = request as { headers?: Readonly<Record<string, unknown>> };
  const elsewhere = headers?.['sec-fetch-site'] === 'cross-site' && headers['sec-fetch-mode'] === 'navigate';
  return elsewhere && !searchOf(request).has(AGAIN);
}

function searchOf(request: unknown): URLSearchParams {
  const { url = '' } = request as { url?: string };
  return new URL(url, 'http://mailroom.invalid').searchParams;
}

function inAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
