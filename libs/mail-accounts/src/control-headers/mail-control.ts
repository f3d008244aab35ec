/** What a trusted mail says about the ticket that it opens or follows up. Null where it says nothing. */
export interface MailControl {
  readonly queue: string | null;
  /** The host never gets such a mail. */
  readonly ignore: boolean;
  readonly priority: string | null;
  readonly state: string | null;
  readonly statePendingTime: string | null;
  readonly lock: string | null;
  readonly owner: string | null;
  readonly ownerId: string | null;
  readonly responsible: string | null;
  readonly responsibleId: string | null;
  readonly type: string | null;
  readonly service: string | null;
  readonly sla: string | null;
  readonly title: string | null;
  readonly customerNumber: string | null;
  readonly customerUser: string | null;
  readonly senderType: string | null;
  readonly visibleForCustomer: boolean | null;
  /** Never answer it automatically. */
  readonly loop: boolean;
  /** By name, lower case, because names of headers have no case. */
  readonly dynamicFields: Readonly<Record<string, string>>;
}

/** The control headers of a mail that somebody vouched for. */
export interface ControlHeaders {
  /** For a mail that opens a ticket. */
  readonly opening: MailControl;
  /** For one that joins a ticket (`FollowUp-…`). */
  readonly followUp: MailControl;
}
