/**
 * UIDs as the shortest sequence set (RFC 9051 section 9, `sequence-set`): `[1, 2, 3, 7]` is `1:3,7`.
 * `uids` must ascend; an empty list is an empty text, which no server should be sent.
 */
export function uidSet(uids: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const uid of uids) {
    const last = runs.at(-1);
    if (last && uid === last[1] + 1) last[1] = uid;
    else runs.push([uid, uid]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}:${to}`)).join(',');
}
