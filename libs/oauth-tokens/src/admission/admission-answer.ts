import { z } from 'zod';

/** What is already known of whom a client is to be let in for. */
export const admissionQuerySchema = z.strictObject({
  /** The mailbox to open; a place to fill in stands for it otherwise. */
  mailbox: z.string().trim().min(1).max(320).optional(),
  /** Microsoft: of the enterprise application; a place to fill in stands for it otherwise. */
  objectId: z.string().trim().min(1).max(100).optional(),
});
export type AdmissionQuery = z.infer<typeof admissionQuerySchema>;

/** What an administrator of the provider does before a client may open mailboxes in its own name, ready to copy. */
export const admissionSchema = z
  .object({
    /** Microsoft: where the administrator of a tenant grants what the application asks for; null where nobody has to. */
    adminConsentUrl: z.string().nullable(),
    /** Microsoft: lines for Exchange Online PowerShell; none where Exchange need not be told. */
    commands: z.array(z.string()),
    /** Google: what is typed into domain-wide delegation beside the account's unique ID; null elsewhere. */
    delegation: z.object({ scope: z.string() }).nullable(),
  })
  .meta({ id: 'Admission' });
export type AdmissionAnswer = z.infer<typeof admissionSchema>;
