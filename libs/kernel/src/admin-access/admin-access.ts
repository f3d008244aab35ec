/** Who acts: `id` is stable and the host's own, `name` is for people. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  /** Where it comes from: the network address as the host's framework knows it, or the name of a program. */
  readonly from?: string;
}

/**
 * Port: the host's word on who may administer mail. Asked before every route that carries data. Answers must be
 * fresh: somebody who lost the right between beginning an authorization and its callback is turned away there.
 */
export abstract class AdminAccess {
  /** Who is behind this request (the host framework's request object), or null when nobody is signed in. */
  abstract actorOf(request: unknown): Promise<Actor | null>;
  /** The actor with this id as of now, or null when gone; asked where the browser brings no bearer token. */
  abstract actorById(id: string): Promise<Actor | null>;
  /** May this actor administer mail? */
  abstract mayAdminister(actor: Actor): Promise<boolean>;
  /**
   * Optional: has whoever is behind this request proved again within the last minutes that it is really them, by password
   * or second factor? Asked before secrets leave in clear text. A host without it keeps that impossible.
   */
  reauthenticated?(request: unknown): Promise<boolean>;
}
