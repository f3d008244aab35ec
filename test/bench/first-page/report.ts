import { median, rounded } from '../figures.js';

/** One visit with an empty cache, in milliseconds since it began, and what came over the line. */
export interface Visit {
  /** Something stands there. */
  readonly paint: number;
  /** The heading of the page stands there. */
  readonly heading: number;
  /** A click that was made at once has led to another page. */
  readonly clicked: number;
  readonly bytes: number;
  readonly scriptBytes: number;
}

/** The result line: medians over the visits. */
export function report(visits: readonly Visit[]) {
  const middle = (what: keyof Visit) => median(visits.map((visit) => visit[what]));
  return {
    bench: 'first-page',
    visits: visits.length,
    first_paint_ms: rounded(middle('paint'), 0),
    heading_ms: rounded(middle('heading'), 0),
    click_answered_ms: rounded(middle('clicked'), 0),
    kb: rounded(middle('bytes') / 1_000, 0),
    script_kb: rounded(middle('scriptBytes') / 1_000, 0),
  };
}
