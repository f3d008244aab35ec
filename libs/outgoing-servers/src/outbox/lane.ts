import { z } from 'zod';
import { type Wish } from '../routing/select-server.js';

/** What routing is asked about a mail, except for the sender's name. */
export interface RouteQuestion extends Wish {
  /** The sender's address. */
  readonly from: string;
}

// A mail that asks for nothing special has a lane of two, as it always had.
const laneSchema = z.union([
  z.tuple([z.string(), z.string().nullable()]),
  z.tuple([z.string(), z.string().nullable(), z.string().nullable(), z.boolean()]),
]);

/** The lane of a mail: mails of one lane leave through the same server at any one moment. */
export function laneOf({ from, named, author, bulk }: RouteQuestion): string {
  const plain = [from.toLowerCase(), named];
  return JSON.stringify(author === null && !bulk ? plain : [...plain, author, bulk]);
}

/** What a lane asks. */
export function questionOf(lane: string): RouteQuestion {
  const [from, named, author = null, bulk = false] = laneSchema.parse(JSON.parse(lane));
  return { from, named, author, bulk };
}
