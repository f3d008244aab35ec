/** Who acts: `id` is stable and the host's own, `name` is for people. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  /** Where it comes from: the network address as the host's framework knows it, or the name of a program. */
  readonly from?: string;
  /** Their e-mail address, where the host knows it: then this mailbox and no other can be connected as their own. */
  readonly mailbox?: string;
}

/**
 * Port: the host's word on who may administer mail, and who may connect a mailbox of their own. Asked before every route
 * that carries data. Answers must be fresh: somebody who lost the right between beginning an authorization and its
 * callback is turned away there.
 */
export abstract class AdminAccess {
  /** Who is behind this request (the host framework's request object), or null when nobody is signed in. */
  abstract actorOf(request: unknown): Promise<Actor | null>;
  /** The actor with this id as of now, or null when gone; asked where the browser brings no bearer token. */
  abstract actorById(id: string): Promise<Actor | null>;
  /** May this actor administer mail? */
  abstract mayAdminister(actor: Actor): Promise<boolean>;
  /**
   * Optional: may this actor connect a mailbox of their own, to send from it, and nothing else? A host without it says no
   * to everybody but admins.
   */
  mayConnectOwnMailbox?(actor: Actor): Promise<boolean>;
  /**
   * Optional: has whoever is behind this request proved again within the last minutes that it is really them, by password
   * or second factor? Asked before secrets leave in clear text. A host without it keeps that impossible.
   */
  reauthenticated?(request: unknown): Promise<boolean>;
}
