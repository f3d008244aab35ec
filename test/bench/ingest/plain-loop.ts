import { randomUUID } from 'node:crypto';
import { ImapFlow, type FetchMessageObject } from 'imapflow';
import { simpleParser, type AddressObject, type ParsedMail } from 'mailparser';
import { DataSource } from 'typeorm';
import {
  type InboundMail,
  type MailAddress,
} from '../../../libs/mail-accounts/src/inbound-mail/inbound-mail.js';
import { type Mailbox } from './mailbox.js';

/** What the loop is sent when it may begin. */
export interface PlainLoopOrder {
  readonly mailbox: Mailbox;
  readonly databaseUrl: string;
}

/** What a helpdesk does that has no mail room. A process of its own, as cold as the other one. */
async function fetchEverything({ mailbox, databaseUrl }: PlainLoopOrder): Promise<number> {
  const handler = await ticketIntake();
  const database = await new DataSource({ type: 'postgres', url: databaseUrl, poolSize: 2 }).initialize();
  const { host, port, user } = mailbox;
  const auth = { user, pass: 'pass' };
  const begun = performance.now();
  const client = new ImapFlow({ host, port, secure: false, doSTARTTLS: false, auth, logger: false });
  await client.connect();
  await client.mailboxOpen('INBOX');
  const wanted = { uid: true, source: true, internalDate: true };
  // The client takes no other command inside this loop; marking all at once is also the quickest there is.
  for await (const message of client.fetch('1:*', wanted)) {
    const mail = inboundMail(user, message, await simpleParser(message.source!));
    await database.transaction((tx) => handler.handle(mail, tx));
  }
  if (!(await client.messageFlagsAdd('1:*', ['\\Seen']))) throw new Error('the mails could not be marked');
  const seconds = (performance.now() - begun) / 1000;
  await client.logout();
  await database.destroy();
  return seconds;
}

/** The helpdesk's own handler, as compiled: with decorators, which Node alone does not read. */
async function ticketIntake() {
  const compiled = new URL('../../../dist/apps/helpdesk/src/intake/ticket-intake.js', import.meta.url).href;
  type Intake = typeof import('../../../apps/helpdesk/src/intake/ticket-intake.js');
  const { TicketIntake } = (await import(compiled)) as Intake;
  type Parts = ConstructorParameters<typeof TicketIntake>;
  const settings = { sessionSecret: 'the plain loop signs nothing' } as Parts[0];
  return new TicketIntake(settings, { send: () => Promise.resolve() } as unknown as Parts[1]);
}

function inboundMail(user: string, message: FetchMessageObject, parsed: ParsedMail): InboundMail {
  const references = typeof parsed.references === 'string' ? [parsed.references] : (parsed.references ?? []);
  return {
    deliveryId: randomUUID(),
    account: { id: randomUUID(), name: user, address: 'support@helpdesk.example', destination: null },
    receivedAt: new Date(message.internalDate ?? 0),
    destination: null,
    dispatchedBy: 'account',
    tags: [],
    control: null,
    authentication: null,
    size: message.source!.length,
    historic: false,
    duplicateOf: null,
    messageId: parsed.messageId ?? null,
    inReplyTo: parsed.inReplyTo ? [parsed.inReplyTo] : [],
    references,
    from: addresses(parsed.from)[0] ?? null,
    sender: null,
    replyTo: addresses(parsed.replyTo),
    to: addresses(parsed.to),
    cc: addresses(parsed.cc),
    subject: parsed.subject ?? '',
    date: parsed.date ?? null,
    text: parsed.text ?? null,
    html: parsed.html || null,
    attachments: parsed.attachments.map(({ filename = '', contentType, size }, index) => ({
      index,
      filename,
      contentType,
      size,
      contentId: null,
      inline: false,
    })),
    headers: {},
    priority: 'normal',
    automatic: false,
    automaticReply: false,
    report: null,
    defects: [],
  };
}

function addresses(header: AddressObject | AddressObject[] | undefined): MailAddress[] {
  const all = [header ?? []].flat().flatMap(({ value }) => value);
  return all.map(({ name, address = '' }) => ({ name, address }));
}

process.once('message', (order) => {
  fetchEverything(order as PlainLoopOrder).then(
    (seconds) => process.send?.({ seconds }, () => process.disconnect()),
    (error) => {
      console.error(error);
      process.exit(1);
    },
  );
});
