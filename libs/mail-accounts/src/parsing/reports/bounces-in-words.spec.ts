import { parseMail } from '../parse-mail.js';

const JANE = 'jane@acme.example';
const mail = (from: string, subject: string, text: string, ...fields: string[]): Buffer =>
  Buffer.from(
    [
      ...(from === '' ? [] : [`From: ${from}`]),
      'To: desk@desk.example',
      ...fields,
      `Subject: ${subject}`,
      'Content-Type: text/plain; charset=utf-8',
      '',
      text,
    ].join('\r\n'),
  );
const reported = async (raw: Buffer) => {
  const report = (await parseMail(raw))?.report ?? null;
  return report && [report.kind, ...report.recipients.map(({ address }) => address)];
};

/** How Exchange begins what it could not deliver, by the language of whoever set it up. */
const EXCHANGE: readonly [string, string, string][] = [
  ['de', 'Unzustellbar', 'Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:'],
  ['fr', 'Non remis ', 'Échec de la remise pour ces destinataires ou groupes :'],
  ['es', 'No se puede entregar', 'Error de entrega a los siguientes destinatarios o grupos:'],
  ['it', 'Non recapitabile', 'Il recapito non è riuscito per i seguenti destinatari o gruppi:'],
  ['nl', 'Onbestelbaar', 'Het bezorgen van uw bericht bij de volgende ontvangers is mislukt:'],
  ['pt', 'Não entregue', 'Falha na entrega para estes destinatários ou grupos:'],
  ['pt-BR', 'Não é possível entregar', 'Falha na entrega a estes destinatários ou grupos:'],
  ['pl', 'Niedostarczalne', 'Dostarczenie do następujących adresatów lub grup nie powiodło się:'],
  ['sv', 'Olevererbart', 'Det gick inte att leverera till följande mottagare eller grupper:'],
  ['da', 'Kan ikke leveres', 'Levering mislykkedes til følgende modtagere eller grupper:'],
  ['nb', 'Kan ikke leveres', 'Levering til disse mottakerne eller gruppene mislyktes:'],
  ['fi', 'Toimitus epäonnistui', 'Sanoman toimittaminen näille vastaanottajille tai ryhmille epäonnistui:'],
  ['cs', 'Nedoručitelné', 'Doručení následujícím příjemcům nebo skupinám se nezdařilo:'],
  ['hu', 'Kézbesíthetetlen', 'A kézbesítés a következő címzetteknek vagy csoportoknak nem sikerült:'],
  ['tr', 'Teslim edilemedi', 'Şu alıcılara veya gruplara teslim edilemedi:'],
  ['ro', 'Nelivrabil', 'Livrarea nu a reușit la acești destinatari sau aceste grupuri:'],
  ['ru', 'Не удается доставить', 'Не удалось выполнить доставку следующим получателям или группам:'],
  ['uk', 'Не вдалося доставити', 'Не вдалося доставити наведеним нижче одержувачам або групам:'],
  ['el', 'Δεν είναι δυνατή η παράδοση', 'Η παράδοση απέτυχε σε αυτούς τους παραλήπτες ή ομάδες:'],
  ['ja', '配信不能', '次の受信者またはグループへの配信に失敗しました:'],
  ['zh-CN', '无法传递', '未能传递到这些收件人或组:'],
  ['zh-TW', '無法傳遞', '傳遞給下列收件者或群組失敗:'],
  ['ko', '배달되지 않음', '다음 받는 사람이나 그룹에 배달하지 못했습니다.'],
];

describe('words of a mail system', () => {
  it.each(EXCHANGE)('are understood in %s', async (_, subject, text) => {
    const said = `${text}\r\n\r\n${JANE}<mailto:${JANE}>\r\n\r\n550 5.1.1 RESOLVER.ADR.RecipNotFound`;
    expect(await reported(mail('postmaster@acme.example', `${subject}: Your order`, said))).toEqual([
      'bounce',
      JANE,
    ]);
  });

  it.each<[string, Buffer]>([
    [
      'Mimecast',
      mail(
        '<>',
        '[Postmaster] Email Delivery Failure',
        `This is a delivery failure notification message indicating that\r\nan email you addressed to email address :\r\n-- ${JANE}\r\n\r\ncould not be delivered. The problem appears to be :\r\n-- Recipient email server rejected the message`,
      ),
    ],
    [
      'Barracuda',
      mail(
        'MAILER-DAEMON@barracuda.example',
        '**Message you sent blocked by our bulk email filter**',
        `Your message to: ${JANE}\r\nwas blocked by our Spam Firewall. The email you sent with the following subject has NOT BEEN DELIVERED:\r\n\r\nSubject: Hello`,
        'Return-Path: <>',
      ),
    ],
    [
      'Domino',
      mail(
        'Postmaster@acme.example',
        `DELIVERY FAILURE: User jane (${JANE}) not listed in Domino Directory`,
        `Your message\r\n\r\n  Subject: Hi\r\n\r\nwas not delivered to:\r\n\r\n  ${JANE}\r\n\r\nbecause:\r\n\r\n  User jane (${JANE}) not listed in Domino Directory`,
      ),
    ],
    [
      'Yahoo',
      mail(
        'MAILER-DAEMON@yahoo.com',
        'Failure Notice',
        `Sorry, we were unable to deliver your message to the following address.\r\n\r\n<${JANE}>:\r\n554: 5.7.9 Message not accepted for policy reasons.\r\n\r\n--- Forwarded message:`,
      ),
    ],
    [
      'GroupWise',
      mail(
        'Mailer-Daemon@acme.example',
        'Message status - undeliverable',
        `The attached file had the following undeliverable recipient(s):\r\n\t${JANE}`,
      ),
    ],
    [
      'AOL, which leaves its domain out',
      mail(
        'Mail Delivery Subsystem <MAILER-DAEMON@acme.example>',
        'Mail Delivery Problem',
        'Your mail to the following recipients could not be delivered because they are not accepting mail from desk@desk.example:\r\n\tjane\r\n',
      ),
    ],
    [
      'Exchange 5.5, which knows it by X.400',
      mail(
        'System Administrator <postmaster@acme.example>',
        'Undeliverable: Hello',
        `Your message\r\n\r\n  To:      list@lists.example\r\n\r\ndid not reach the following recipient(s):\r\n\r\nc=US;a= ;p=ACME;o=Site;dda:SMTP=${JANE}; on Fri, 4 Oct 2002\r\n    The recipient name is not recognized`,
      ),
    ],
    [
      'a name server',
      mail(
        'MAILER-DAEMON@mx.example',
        'Returned mail - nameserver error report',
        ` --------Message not delivered to the following addresses:\r\n\r\n            ${JANE} \r\n`,
      ),
    ],
    [
      'a server in brackets',
      mail(
        'MAILER-DAEMON <mailer-daemon@isp.example>',
        'Undeliverable: some subject',
        `Delivery has failed to these recipients:\r\n\r\nServer "192.0.2.1:25" returned an error:\r\n\r\n\t* [${JANE}]: 550 ${JANE}...User account is overquota`,
      ),
    ],
    [
      'one without an address',
      mail(
        '"Mail System" <>',
        'Mail Error',
        `Your mail cannot be delivered to the address(es):\r\n\r\n ${JANE}`,
      ),
    ],
    [
      'one that says little',
      mail(
        'MAILER-DAEMON@isp.example',
        'Processing Error',
        `Intended recipient: ${JANE}\r\n\r\nThe following mail has been returned because of an error.`,
      ),
    ],
    [
      'one that answers',
      mail(
        '<>',
        '',
        `You sent mail to ${JANE}. That's not a valid user here.`,
        'Auto-Submitted: auto-replied',
        'Return-Path: <>',
      ),
    ],
    [
      'a gateway',
      mail(
        'SMTP_Mail_Service@acme.example',
        'Returned Mail - Error During Delivery',
        `<${JANE}>: mailbox unavailable. [SMTP Error Code 550]`,
      ),
    ],
    [
      'a postmaster who knows others of that name',
      mail(
        'postmaster@acme.example',
        'FAILED MAIL to "jane"',
        `The address to which your message was addressed, ${JANE}, is not unique:\r\njane1@acme.example is Jane Doe, jane2@acme.example is Jane Roe`,
      ),
    ],
  ])('are understood of %s', async (_, raw) => {
    expect(await reported(raw)).toEqual(['bounce', JANE]);
  });

  it.each<[string, Buffer]>([
    [
      'Sendmail',
      mail(
        'Mail Delivery Subsystem <MAILER-DAEMON@mx.example>',
        'Warning: could not send message for past 4 hours',
        `    **      THIS IS A WARNING MESSAGE ONLY      **\r\n    **  YOU DO NOT NEED TO RESEND YOUR MESSAGE  **\r\n\r\nThe original message was received at Fri, 20 Nov 2026\r\n\r\n   ----- Transcript of session follows -----\r\n<${JANE}>... Deferred: Connection timed out with mx.acme.example.\r\nWarning: message still undelivered after 4 hours\r\nWill keep trying until message is 5 days old`,
        'Return-Path: <>',
      ),
    ],
    [
      'Exim',
      mail(
        'Mail Delivery System <Mailer-Daemon@mx.example>',
        'Warning: message 1kABC-0001 delayed 24 hours',
        `A message that you sent has not yet been delivered to one or more of its\r\nrecipients after more than 24 hours on the queue on mx.example.\r\n\r\nThe address to which the message has not yet been delivered is:\r\n\r\n  ${JANE}\r\n    Delay reason: Connection timed out\r\n\r\nNo action is required on your part.`,
        'Return-Path: <>',
      ),
    ],
    [
      'a virus scanner',
      mail(
        'AntiVirus_for_SMTP_Gateways@acme.example',
        'Delivery failure notification',
        `Your message with Subject: Hi\r\ncould not be delivered to the following recipients:\r\n\r\n${JANE}\r\n\r\nDelivery attempts will continue to be made for 5 day(s).`,
      ),
    ],
  ])('that warn are no failure: %s', async (_, raw) => {
    expect(await reported(raw)).toEqual(['delay', JANE]);
  });
});

describe('words that sound like a mail system', () => {
  const program = ['Auto-Submitted: auto-generated', 'Return-Path: <bounces@shop.example>'];

  it.each<[string, Buffer]>([
    [
      'a parcel that did not arrive',
      mail(
        'DHL <noreply@dhl.example>',
        'Your parcel could not be delivered',
        'Delivery failed: the recipient was not found. Address unknown.',
        ...program,
      ),
    ],
    [
      'a parcel, and whom to ask',
      mail(
        'DHL <noreply@dhl.example>',
        'Delivery failed',
        'Your parcel could not be delivered. Questions? Write to:\r\n\r\nsupport@dhl.example\r\n',
        ...program,
      ),
    ],
    [
      'a webhook that failed',
      mail(
        'Pay <no-reply@pay.example>',
        'Payment failed: delivery problem',
        'The delivery failed with error 500. Recipient host unknown.',
        ...program,
      ),
    ],
    [
      'a job that failed',
      mail(
        'root@srv.example',
        'Cron <root@srv> backup failed',
        'rsync: failed to connect: 550 unknown host',
        ...program,
      ),
    ],
    [
      'somebody who is away',
      mail(
        'jane@acme.example',
        'Automatic reply: Your order',
        'Mail to me is not delivered until May.',
        'Auto-Submitted: auto-replied',
        'Return-Path: <>',
      ),
    ],
    [
      'an address that is given up',
      mail(
        'jane@acme.example',
        'Automatic reply: this mailbox does not exist any more',
        'Please write to bob@acme.example.',
        'Auto-Submitted: auto-replied',
        'Return-Path: <>',
      ),
    ],
    [
      'somebody who asks what a bounce means',
      mail(
        'Jane <jane@acme.example>',
        'Fwd: Undelivered Mail Returned to Sender',
        '> <bob@acme.example>: 550 5.1.1 unknown user\r\n> could not be delivered',
        'Return-Path: <jane@acme.example>',
      ),
    ],
    [
      'a postmaster who writes',
      mail(
        'Postmaster <postmaster@acme.example>',
        'Your invoice',
        'Could you send it again?',
        'Return-Path: <postmaster@acme.example>',
      ),
    ],
    [
      'a challenge',
      mail(
        'Jane <jane@acme.example>',
        'Please confirm your message',
        'Your message has not been delivered yet. Click here.',
        'Auto-Submitted: auto-replied',
        'Return-Path: <>',
      ),
    ],
  ])('are none: %s', async (_, raw) => {
    expect(await reported(raw)).toBeNull();
  });
});
