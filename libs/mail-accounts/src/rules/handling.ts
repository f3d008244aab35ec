import { z } from 'zod';

const methodResults = z.array(z.object({ result: z.string(), domain: z.string().nullable() }));

/** What Mailroom decided about a mail before the host got it, as it stands in the ledger. */
export const handlingSchema = z
  .object({
    destination: z.string().nullable(),
    dispatchedBy: z.enum(['account', 'recipient', 'rule', 'header']),
    /** What was wished and is no destination of the host's. */
    unknownDestination: z.string().nullable(),
    priority: z.enum(['high', 'normal', 'low']).nullable(),
    tags: z.array(z.string()),
    /** Names of the rules that were about it. */
    rules: z.array(z.string()),
    /** What became of its control headers; null when it had none. */
    control: z.enum(['honoured', 'stripped']).nullable(),
    authentication: z
      .object({
        by: z.enum(['server', 'mailroom']),
        server: z.string().nullable(),
        spf: methodResults,
        dkim: methodResults,
        dmarc: methodResults,
        arc: methodResults,
      })
      .nullable(),
  })
  .meta({ id: 'MailHandling' });
export type Handling = z.infer<typeof handlingSchema>;
