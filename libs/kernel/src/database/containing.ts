/** The LIKE pattern of texts that contain `part` as it was typed; null for nothing typed. */
export function containing(part: string | undefined): string | null {
  return part === undefined || part === '' ? null : `%${part.replace(/[\\%_]/g, '\\$&')}%`;
}

/** The LIKE patterns of texts that contain each word of `typed`, for `like all`; none for nothing typed. */
export function containingEach(typed: string | undefined): string[] {
  return (typed ?? '').split(/\s+/).flatMap((word) => containing(word) ?? []);
}
