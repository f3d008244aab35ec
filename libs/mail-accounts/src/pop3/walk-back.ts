/** After so many mails in a row that came too early, all before them did, too. */
const EARLY_IN_A_ROW = 20;
/** The server's clock may be so far behind ours. */
const SKEW_MS = 5 * 60_000;

/** When a mail came; null where nobody can say. */
export interface DatedMail {
  readonly uid: number;
  readonly receivedAt: Date | null;
}

/**
 * The mails that came at `from` or later. POP3 knows no dates, so mails are read from the newest on (`newestFirst` reads
 * them as they are asked for) until 20 in a row are older. A mail whose date is unknown counts: one ticket too many
 * is better than one that is missing.
 */
export async function walkBack(
  newestFirst: AsyncIterable<DatedMail>,
  from: Date,
): Promise<ReadonlySet<number>> {
  const counting = new Set<number>();
  let early = 0;
  for await (const { uid, receivedAt } of newestFirst) {
    if (receivedAt === null || receivedAt.getTime() >= from.getTime() - SKEW_MS) {
      counting.add(uid);
      if (receivedAt !== null) early = 0;
      continue;
    }
    early += 1;
    if (early === EARLY_IN_A_ROW) break;
  }
  return counting;
}
