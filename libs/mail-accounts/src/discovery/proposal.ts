import { z } from 'zod';

/** Where a proposal comes from, the most trustworthy first. */
export const SOURCES = ['known', 'mx', 'srv', 'autoconfig', 'directory', 'guess'] as const;
export type Source = (typeof SOURCES)[number];

const security = z.enum(['tls', 'starttls', 'none']);
const place = z.object({ host: z.string(), port: z.int(), security });
/** A server, and how it is spoken to. */
export type Place = z.infer<typeof place>;

const proposalSchema = place
  .extend({
    kind: z.enum(['imap', 'pop3']),
    login: z.string(),
    /** Ways to sign in, the best first. */
    auth: z.array(z.enum(['token', 'password'])),
    /** The password has to be one that was made for programs. */
    appPassword: z.boolean(),
    /** The client template whose tokens this server takes; null where only a password is known to work. */
    template: z.string().nullable(),
    /** Where mail leaves, as the same source says. */
    smtp: place.nullable(),
    source: z.enum(SOURCES),
  })
  .meta({ id: 'MailboxProposal' });
/** A way to reach a mailbox. */
export type Proposal = z.infer<typeof proposalSchema>;

/** Whose settings are wanted. */
export const discoveryInputSchema = z
  .strictObject({ address: z.string().trim().min(3).max(320) })
  .meta({ id: 'DiscoveryInput' });
export type DiscoveryInput = z.infer<typeof discoveryInputSchema>;

/** Proposals, the best first. Nothing was tried at any of these servers. */
export const discoverySchema = z
  .object({ address: z.string(), items: z.array(proposalSchema) })
  .meta({ id: 'MailboxDiscovery' });
export type Discovery = z.infer<typeof discoverySchema>;
