import { type Banner } from '../api/shapes.js';
import { bannerWords } from '../i18n/en.js';
import { BANNER_CSS } from './banner-css.js';
import { BannerFeed, type RequestHeaders } from './banner-feed.js';
import { linesOf } from './banner-lines.js';
import { showLines } from './banner-list.js';

/** A tab that nobody sees gives its connection back after so long: browsers have six of them for a host. */
const OUT_OF_SIGHT_MS = 5_000;
const UNHEARD = {
  key: 'unheard',
  severity: 'warning',
  says: bannerWords.unheard,
  act: bannerWords.all,
  path: 'warnings',
} as const;

const sheet = new CSSStyleSheet();
sheet.replaceSync(BANNER_CSS);

/**
 * `<mailroom-banners>`: what admins of mail should know, live, with the way to mend it. Shows nothing to anybody else.
 *
 * Attribute `mount`: where Mailroom is, when it is not where this script comes from. Property `headers`: a function that
 * answers the headers of each request. Event `mailroom-banners`: the banners changed, `detail` has them.
 */
export class BannerElement extends HTMLElement {
  static readonly observedAttributes = ['mount'];
  readonly #list = document.createElement('div');
  #headers: RequestHeaders = () => ({});
  #feed: BannerFeed | undefined;
  #leaving: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    root.append(this.#list);
  }

  /** What requests carry besides cookies: a bearer token, say. Setting it begins anew. */
  get headers(): RequestHeaders {
    return this.#headers;
  }

  set headers(headers: RequestHeaders) {
    this.#headers = headers;
    this.begin();
  }

  /** Where Mailroom is mounted, with a slash at its end. */
  get mount(): string {
    const given = this.getAttribute('mount');
    const url =
      given === null ? new URL(/* @vite-ignore */ '.', import.meta.url) : new URL(given, document.baseURI);
    return url.href.replace(/\/*$/, '/');
  }

  connectedCallback(): void {
    this.#list.setAttribute('role', 'region');
    this.#list.setAttribute('aria-label', bannerWords.label);
    this.#list.hidden = true;
    document.addEventListener('visibilitychange', this.#seen);
    this.takeUpEarlyHeaders();
    this.begin();
  }

  disconnectedCallback(): void {
    document.removeEventListener('visibilitychange', this.#seen);
    clearTimeout(this.#leaving);
    this.end();
  }

  attributeChangedCallback(): void {
    this.begin();
  }

  // Set before this script had defined what the element is.
  private takeUpEarlyHeaders(): void {
    if (!Object.hasOwn(this, 'headers')) return;
    const { headers } = this;
    delete (this as { headers?: RequestHeaders }).headers;
    this.#headers = headers;
  }

  private begin(): void {
    this.end();
    if (!this.isConnected || document.hidden) return;
    this.#feed = new BannerFeed(`${this.mount}api/banners/stream`, () => this.#headers(), {
      heard: (banners) => this.show(banners),
      notForYou: () => this.leave(),
      inTheDark: () => this.showLines([UNHEARD]),
    });
    void this.#feed.listen();
  }

  private end(): void {
    this.#feed?.stop();
    this.#feed = undefined;
  }

  readonly #seen = (): void => {
    clearTimeout(this.#leaving);
    if (document.hidden) this.#leaving = setTimeout(() => this.end(), OUT_OF_SIGHT_MS);
    else if (!this.#feed) this.begin();
  };

  // Comes again when the tab is looked at again: by then somebody may have signed in.
  private leave(): void {
    this.end();
    if (!this.#list.hidden) this.show([]);
  }

  private show(banners: readonly Banner[]): void {
    this.showLines(linesOf(banners));
    const detail = { banners };
    this.dispatchEvent(new CustomEvent('mailroom-banners', { detail, bubbles: true, composed: true }));
  }

  private showLines(lines: Parameters<typeof showLines>[1]): void {
    this.#list.hidden = lines.length === 0;
    showLines(this.#list, lines, this.mount);
  }
}
