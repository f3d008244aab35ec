import { type Banner } from '../api/shapes.js';
import { BANNER_CSS } from './banner-css.js';
import { hearBanners, type RequestHeaders } from './banner-feed.js';
import { linesOf, type BannerTongue, type Line } from './banner-lines.js';
import { showLines } from './banner-list.js';
import { tongueOf } from './tongue.js';

/** A tab that nobody sees gives its connection back after so long: browsers have six of them for a host. */
const OUT_OF_SIGHT_MS = 5_000;

const sheet = new CSSStyleSheet();
sheet.replaceSync(BANNER_CSS);

/**
 * `<mailroom-banners>`: what admins of mail should know, live, with the way to mend it. Shows nothing to anybody else.
 *
 * Attribute `mount`: where Mailroom is, when it is not where this script comes from. Attribute `lang`, here or further out:
 * the language of the words, English where they are in no such language. Property `headers`: a function that
 * answers the headers of each request. Event `mailroom-banners`: the banners changed, `detail` has them.
 */
export class BannerElement extends HTMLElement {
  static readonly observedAttributes = ['mount', 'lang'];
  readonly #list = document.createElement('div');
  #headers: RequestHeaders = () => ({});
  #tongue!: BannerTongue;
  /** Ends what it listens to; none while it listens to nothing. */
  #over: AbortController | undefined;
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
    this.#begin();
  }

  /** Where Mailroom is mounted, with a slash at its end. */
  get mount(): string {
    const given = this.getAttribute('mount');
    const from = given === null ? import.meta.url : document.baseURI;
    return new URL(/* @vite-ignore */ given ?? '.', from).href.replace(/\/*$/, '/');
  }

  connectedCallback(): void {
    this.#list.role = 'region';
    this.#list.hidden = true;
    document.addEventListener('visibilitychange', this.#seen);
    this.#takeUpEarlyHeaders();
    this.#begin();
  }

  disconnectedCallback(): void {
    document.removeEventListener('visibilitychange', this.#seen);
    clearTimeout(this.#leaving);
    this.#end();
  }

  attributeChangedCallback(): void {
    this.#begin();
  }

  // Set before this script had defined what the element is.
  #takeUpEarlyHeaders(): void {
    if (!Object.hasOwn(this, 'headers')) return;
    const { headers } = this;
    delete (this as { headers?: RequestHeaders }).headers;
    this.#headers = headers;
  }

  #begin(): void {
    this.#end();
    if (!this.isConnected || document.hidden) return;
    this.#over = new AbortController();
    void this.#listen(this.#over.signal);
  }

  async #listen(over: AbortSignal): Promise<void> {
    const tongue = await tongueOf(this);
    // Words that came late: by now another language is wished for, or nobody listens.
    if (over.aborted) return;
    const { label, locale, unheard: says, all: act } = tongue.words;
    this.#tongue = tongue;
    this.#list.lang = locale;
    this.#list.ariaLabel = label;
    await hearBanners(`${this.mount}api/banners/stream`, over, {
      headers: () => this.#headers(),
      heard: (banners) => this.#show(banners),
      notForYou: () => this.#leave(),
      inTheDark: () =>
        this.#showLines([{ key: 'unheard', severity: 'warning', says, act, path: 'warnings' }]),
    });
  }

  #end(): void {
    this.#over?.abort();
    this.#over = undefined;
  }

  readonly #seen = (): void => {
    clearTimeout(this.#leaving);
    if (document.hidden) this.#leaving = setTimeout(() => this.#end(), OUT_OF_SIGHT_MS);
    else if (!this.#over) this.#begin();
  };

  // Comes again when the tab is looked at again: by then somebody may have signed in.
  #leave(): void {
    this.#end();
    if (!this.#list.hidden) this.#show([]);
  }

  #show(banners: readonly Banner[]): void {
    this.#showLines(linesOf(banners, this.#tongue));
    const detail = { banners };
    this.dispatchEvent(new CustomEvent('mailroom-banners', { detail, bubbles: true, composed: true }));
  }

  #showLines(lines: readonly Line[]): void {
    this.#list.hidden = lines.length === 0;
    showLines(this.#list, lines, this.#tongue, this.mount);
  }
}
