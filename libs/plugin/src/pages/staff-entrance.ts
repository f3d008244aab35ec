/** Where somebody who is not signed in gets in: a path of the host's, or nowhere that Mailroom knows of. */
export class StaffEntrance {
  constructor(readonly path: string | undefined) {}
}
