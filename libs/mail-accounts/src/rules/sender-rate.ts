import { type Withheld } from './withheld.js';

/** How much mail a sender may send to an account before it looks like a loop. */
export interface SenderLimit {
  /** 0 sets no limit. */
  readonly mails: number;
  readonly minutes: number;
}

/** A mail of a sender that came before; the subject as the ledger has it. */
export interface FormerMail {
  readonly at: Date;
  readonly subject: string;
}

/** A mail that is about to be handed over. */
export interface RatedMail extends FormerMail {
  readonly sender: string;
  readonly automatic: boolean;
}

/**
 * Which of a group's mails, in their order, come too often: the sender sent as many as the limit in the time before, and
 * this one is automatic or says in its subject what one of those said. People who write much are never meant. `former`
 * has, by sender, the latest mails before the group, at most as many as the limit; null where nothing is to be counted.
 */
export function tooFrequent(
  mails: readonly (RatedMail | null)[],
  former: ReadonlyMap<string, readonly FormerMail[]>,
  { mails: most, minutes }: SenderLimit,
): readonly (Withheld | null)[] {
  const seen = new Map([...former].map(([sender, list]) => [sender, [...list]]));
  return mails.map((mail) => {
    if (mail === null) return null;
    const all = seen.get(mail.sender) ?? [];
    const since = mail.at.getTime() - minutes * 60_000;
    const before = all.filter(({ at }) => at.getTime() > since && at <= mail.at);
    seen.set(mail.sender, [...all, mail].slice(-2 * most));
    const loops = mail.automatic || before.some(({ subject }) => subject === mail.subject);
    if (before.length < most || !loops) return null;
    return { kind: 'quarantined', problem: 'sender-too-frequent', detail: mail.sender };
  });
}
