import { z } from 'zod';

/** What routing is asked about a mail, except for the sender's name. */
export interface RouteQuestion {
  /** The sender's address. */
  readonly from: string;
  /** The server that the host asked for. */
  readonly named: string | null;
}

const laneSchema = z.tuple([z.string(), z.string().nullable()]);

/** The lane of a mail: mails of one lane leave through the same server at any one moment. */
export function laneOf({ from, named }: RouteQuestion): string {
  return JSON.stringify([from.toLowerCase(), named]);
}

/** What a lane asks. */
export function questionOf(lane: string): RouteQuestion {
  const [from, named] = laneSchema.parse(JSON.parse(lane));
  return { from, named };
}
