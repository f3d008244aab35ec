/** A parameter of a request as text; what is missing or repeated is empty. */
export function parameter(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
