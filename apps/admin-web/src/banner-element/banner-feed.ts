import { type Banner } from '../api/shapes.js';
import { eventReader } from './read-events.js';
import { waitBefore } from './wait-before.js';

/** The server sends something every 20 s; a connection that is silent for so long is dead. */
const SILENCE_MS = 60_000;
/** Failures in a row after which people are told that nothing is heard. */
const DARK_AFTER = 4;

/** What a feed says. */
export interface Hearer {
  readonly heard: (banners: readonly Banner[]) => void;
  /** Whoever looks at this page is no admin (any more): there is nothing to show them. */
  readonly notForYou: () => void;
  /** The state of mail has not been heard of for a while. */
  readonly inTheDark: () => void;
}

/** The headers that a host wants its requests to carry. */
export type RequestHeaders = () => HeadersInit | Promise<HeadersInit>;

/**
 * Listens to banners until it is stopped: reads server-sent events with fetch, so that headers can go along. Comes again
 * after each end, later and later while it fails.
 */
export class BannerFeed {
  readonly #over = new AbortController();
  readonly #url: string;
  readonly #headers: RequestHeaders;
  readonly #hearer: Hearer;
  #failures = 0;

  constructor(url: string, headers: RequestHeaders, hearer: Hearer) {
    this.#url = url;
    this.#headers = headers;
    this.#hearer = hearer;
  }

  stop(): void {
    this.#over.abort();
  }

  async listen(): Promise<void> {
    while (!this.#over.signal.aborted) {
      const isWelcome = await this.#once().catch(() => true);
      if (this.#over.signal.aborted) return;
      if (!isWelcome) return this.#hearer.notForYou();
      if (this.#failures >= DARK_AFTER) this.#hearer.inTheDark();
      await this.#pause(waitBefore(this.#failures));
      this.#failures += 1;
    }
  }

  /** One connection to its end. False when the server wants to see no more of us. */
  async #once(): Promise<boolean> {
    const silence = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const listenOn = () => {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE_MS);
    };
    listenOn();
    try {
      const signal = AbortSignal.any([this.#over.signal, silence.signal]);
      const response = await fetch(this.#url, {
        signal,
        headers: { ...Object.fromEntries(new Headers(await this.#headers())), accept: 'text/event-stream' },
        cache: 'no-store',
        redirect: 'error',
      });
      if (response.status === 401 || response.status === 403) return false;
      if (!response.ok || !response.body) return true;
      const read = eventReader();
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
        listenOn();
        for (const { type, data } of read(piece.value)) if (type === 'banners') this.#hear(data);
      }
      return true;
    } finally {
      clearTimeout(timer);
    }
  }

  #hear(data: string): void {
    this.#failures = 0;
    const { items } = JSON.parse(data) as { items: readonly Banner[] };
    this.#hearer.heard(items);
  }

  async #pause(milliseconds: number): Promise<void> {
    const { signal } = this.#over;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      signal.addEventListener('abort', () => (clearTimeout(timer), resolve()));
    });
  }
}
