const patience = 12;

/** Where following redirects ended: at a page of the sandbox, or outside of it. */
export type Arrival =
  | { readonly at: 'page'; readonly url: string; readonly markup: string }
  | { readonly at: 'elsewhere'; readonly url: string };

/** A browser without scripts for one origin: keeps cookies, follows redirects, and stops where they lead elsewhere. */
export class Browser {
  readonly #cookies = new Map<string, string>();

  constructor(private readonly origin: string) {}

  /** Opens a URL, or sends a form to it. Throws when redirects go round in circles. */
  async open(url: string, form?: URLSearchParams): Promise<Arrival> {
    let request = { url, ...(form ? { form } : {}) };
    for (let step = 0; step < patience; step++) {
      const response = await fetch(request.url, this.requestOf(request.form));
      this.keepCookies(response);
      const markup = await response.text();
      const location = response.headers.get('location');
      if (!location) return { at: 'page', url: request.url, markup };
      const next = new URL(location, request.url);
      if (next.origin !== this.origin) return { at: 'elsewhere', url: next.href };
      request = { url: next.href };
    }
    throw new Error('The sign-in pages went round in circles');
  }

  private requestOf(form: URLSearchParams | undefined): RequestInit {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return {
      redirect: 'manual',
      headers: { cookie, accept: 'text/html' },
      ...(form ? { method: 'POST', body: form } : {}),
    };
  }

  private keepCookies(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
  }
}

/** The words of a page, for an error. */
export function wordsOf(markup: string): string {
  return markup
    .replace(/<style>.*<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
