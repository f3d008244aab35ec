/** What one FETCH asks for. `bytes` is an estimate where the server was not asked for every size. */
export interface FetchRange {
  readonly uids: readonly number[];
  readonly bytes: number;
}

/** A range ends at whichever comes first; a single mail may be larger than `bytes`. */
export const RANGE_LIMITS = { messages: 100, bytes: 8_388_608 } as const;
/** Mail above this size is asked for its size; smaller mail is not worth the question. */
export const SMALL_BYTES = 131_072;
/** What a mail of unknown size, below SMALL_BYTES, is taken for. */
const USUAL_BYTES = 32_768;

/**
 * Cuts what waits in a mailbox into FETCH commands, in order, so that memory is bounded and a broken connection costs
 * one range. `sizes` holds what is known; the rest is smaller than SMALL_BYTES.
 */
export function planRanges(
  uids: readonly number[],
  sizes: ReadonlyMap<number, number>,
  limits: { readonly messages: number; readonly bytes: number } = RANGE_LIMITS,
): FetchRange[] {
  const ranges: { uids: number[]; bytes: number }[] = [];
  for (const uid of uids) {
    const bytes = sizes.get(uid) ?? USUAL_BYTES;
    const open = ranges.at(-1);
    const fits = open && open.uids.length < limits.messages && open.bytes + bytes <= limits.bytes;
    if (fits) {
      open.uids.push(uid);
      open.bytes += bytes;
    } else ranges.push({ uids: [uid], bytes });
  }
  return ranges;
}
