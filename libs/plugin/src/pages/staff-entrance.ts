/** Where somebody who is not signed in gets in: a path of the host's, or nowhere that Mailroom knows of. */
export class StaffEntrance {
  constructor(
    private readonly path: string | undefined,
    /** Where somebody proves once more who they are, `{returnTo}` for the way back; null when the host has no such place. */
    readonly reauthenticatePath: string | null = null,
  ) {}

  /** The host's sign-in, told to lead back to `wanted` (a path) where it has a place for that; undefined without one. */
  leadingTo(wanted: string): string | undefined {
    return this.path?.replace('{returnTo}', encodeURIComponent(wanted));
  }
}
