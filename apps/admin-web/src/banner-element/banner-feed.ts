import { type Banner } from '../api/shapes.js';
import { eventReader } from './read-events.js';
import { waitBefore } from './wait-before.js';

/** The server sends something every 20 s; a connection that is silent for so long is dead. */
const SILENCE_MS = 60_000;
/** Failures in a row after which people are told that nothing is heard. */
const DARK_AFTER = 4;

/** Who listens. */
export interface Hearer {
  readonly headers: RequestHeaders;
  readonly heard: (banners: readonly Banner[]) => void;
  /** Whoever looks at this page is no admin (any more): there is nothing to show them. */
  readonly notForYou: () => void;
  /** The state of mail has not been heard of for a while. */
  readonly inTheDark: () => void;
}

/** The headers that a host wants its requests to carry. */
export type RequestHeaders = () => HeadersInit | Promise<HeadersInit>;

/**
 * Listens to banners until it is over: reads server-sent events with fetch, so that headers can go along. Comes again after
 * each end, later and later while it fails.
 */
export async function hearBanners(url: string, over: AbortSignal, hearer: Hearer): Promise<void> {
  let failures = 0;
  const hear = (data: string): void => {
    failures = 0;
    const { items } = JSON.parse(data) as { items: readonly Banner[] };
    hearer.heard(items);
  };
  while (!over.aborted) {
    const isWelcome = await hearOnce(url, over, hearer, hear).catch(() => true);
    if (over.aborted) return;
    if (!isWelcome) return hearer.notForYou();
    if (failures >= DARK_AFTER) hearer.inTheDark();
    await pause(waitBefore(failures), over);
    failures += 1;
  }
}

/** One connection to its end. False when the server wants to see no more of us. */
async function hearOnce(
  url: string,
  over: AbortSignal,
  { headers }: Hearer,
  hear: (data: string) => void,
): Promise<boolean> {
  const silence = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listenOn = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), SILENCE_MS);
  };
  listenOn();
  try {
    const response = await fetch(url, {
      signal: AbortSignal.any([over, silence.signal]),
      headers: { ...Object.fromEntries(new Headers(await headers())), accept: 'text/event-stream' },
      cache: 'no-store',
      redirect: 'error',
    });
    if (response.status === 401 || response.status === 403) return false;
    if (!response.ok || !response.body) return true;
    const read = eventReader();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      listenOn();
      for (const { type, data } of read(piece.value)) if (type === 'banners') hear(data);
    }
    return true;
  } finally {
    clearTimeout(timer);
  }
}

async function pause(milliseconds: number, over: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    over.addEventListener('abort', () => (clearTimeout(timer), resolve()));
  });
}
