/** The LIKE pattern of texts that contain `part` as it was typed; null for nothing typed. */
export function containing(part: string | undefined): string | null {
  return part === undefined || part === '' ? null : `%${part.replace(/[\\%_]/g, '\\$&')}%`;
}
