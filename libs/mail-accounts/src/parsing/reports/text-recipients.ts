import type { ReportedRecipient } from '../../inbound-mail/inbound-mail.js';
import { addressesIn, addressField } from './address-field.js';
import { withAliases } from './aliases.js';
import { BOUNCE_TEXT, DELAY, SYSTEM_SENDER } from './bounce-words.js';
import { MOST_RECIPIENTS, statusIn } from './status-recipients.js';
import { fieldBlocks } from './field-blocks.js';
import type { ReportSource } from './report-source.js';
import { ownWords } from './report-text.js';

const REASON_LINES = 8;
const LONGEST_REASON = 1_000;

interface Mention {
  readonly address: string;
  readonly line: number;
}

/**
 * Whom a bounce without structure is about. The surest way of naming them that occurs in it is believed: the
 * X-Failed-Recipients header, addresses on lines of their own (qmail, Exim, sendmail, Exchange), labelled ones and SMTP
 * commands, names without a domain (AOL), replies that name one, the only stranger in the text, the To of the returned
 * mail.
 */
export function recipientsInText(source: ReportSource): ReportedRecipient[] {
  const lines = ownWords(source);
  const own = new Set(
    ['from', 'to', 'return-path', 'delivered-to'].flatMap((name) => addressesOf(source, name)),
  );
  const strangers = (mentions: readonly Mention[]): Mention[] =>
    mentions.filter(({ address }) => !own.has(address.toLowerCase()));
  const failed = addressesOf(source, 'x-failed-recipients');
  const ways: readonly (() => readonly Mention[])[] = [
    () =>
      failed.map((address) => ({
        address,
        line: lines.findIndex((line) => line.toLowerCase().includes(address)),
      })),
    () => mentions(lines, alone),
    () => mentions(lines, labelled),
    () => namesAlone(source, lines),
    () => strangers(mentions(lines, replied)),
    () => onlyOne(strangers(mentions(lines, addressesIn))),
    () => returnedTo(source).map((address) => ({ address, line: -1 })),
  ];
  for (const way of ways) {
    const found = way();
    if (found.length > 0) return [...withAliases(recipients(found, lines), lines)];
  }
  return [];
}

// `<a@b>:`, `* [a@b]: 550`, `  a@b`, `a@b on Thu, 29 Apr`, `a@b ... unknown host`, `a@b [User unknown]`, `a@b<mailto:a@b>`
const ALONE =
  /^[\s>*•-]*[<'"([]?([^\s<>()[\]:;,'"，。：；、（）]+@[^\s<>()[\]:;,'"]+|"[^"]{1,64}"@[^\s<>()[\]:;,"]+)[>'")\]]?(?:\s*(?:$|[:;,([#]|\.\.|<mailto|on\s\w{3}|delayed|failed|-\s)|[.]?\s*$)/i;
const LABEL =
  /(?:rcpt to|recipients?(?: address)?|addressed to|was addressed|address|failed to deliver to|delivered to|delivering (?:your |the )?(?:mail|message) to|deliver(?:y)?(?: (?:it|message|mail))? to(?: the following recipients?)?|intended for|sent to|送信先|宛先|получател[ья]|empfänger|destinataire|destinatario)\s*[:;=,]?\s*[<'"[(]*([^\s<>()[\]:;,'"，。：；、（）]+@[^\s<>()[\]:;,'"]+)/giu;

// Exchange, where it knows no better than X.400: `c=US;a= ;p=Acme;o=Site;dda:SMTP=a@b; on Fri, 4 Oct`
const X400 = /^\s*[a-z]{1,4}=[^;@]{0,64};.{0,500}\bSMTP=([^\s;]{1,320})/i;

function alone(line: string): string[] {
  const address = addressField((X400.exec(line) ?? ALONE.exec(line))?.[1]);
  return address ? [address] : [];
}

/** `jane` on a line of her own below one that ends in a colon: she has her mailbox where the report comes from. */
function namesAlone({ headers }: ReportSource, lines: readonly string[]): Mention[] {
  const from = headers['from']?.[0] ?? '';
  const domain = SYSTEM_SENDER.test(from) && addressesIn(from)[0]?.replace(/^.*@/, '');
  const heading = lines.findIndex((line) => /:\s*$/.test(line) && BOUNCE_TEXT.test(line));
  if (!domain || heading < 0) return [];
  const below = lines.slice(heading + 1).findIndex((line) => !NAME_ALONE.test(line));
  const end = below < 0 ? lines.length : heading + 1 + below;
  return lines.slice(heading + 1, end).map((line, index) => ({
    address: `${line.trim()}@${domain}`,
    line: heading + 1 + index,
  }));
}

const NAME_ALONE = /^[ \t]+[\w.+-]{1,64}[ \t]*$/;

/** Several are more likely to be those who are to be asked, or examples. */
function onlyOne(found: readonly Mention[]): readonly Mention[] {
  return new Set(found.map(({ address }) => address.toLowerCase())).size === 1 ? found : [];
}

function labelled(line: string): string[] {
  return [...line.matchAll(LABEL)].flatMap(([, address]) => addressField(address) ?? []);
}

function replied(line: string): string[] {
  return /(?<![\d.])[45]\d\d[ -]|[45]\.\d{1,3}\.\d{1,3}/.test(line) || BOUNCE_TEXT.test(line)
    ? addressesIn(line)
    : [];
}

function mentions(lines: readonly string[], read: (line: string) => string[]): Mention[] {
  return lines.flatMap((text, line) => read(text.slice(0, 1_000)).map((address) => ({ address, line })));
}

function recipients(found: readonly Mention[], lines: readonly string[]): ReportedRecipient[] {
  const places = new Set(found.map(({ line }) => line));
  const each = new Map<string, ReportedRecipient>();
  for (const { address, line } of found) {
    if (each.size >= MOST_RECIPIENTS || each.has(address.toLowerCase())) continue;
    const reason = line < 0 ? lines.join(' ') : reasonAt(lines, line, places);
    const status = statusIn(reason);
    const delayed = status
      ? status.startsWith('4') && DELAY.test(lines.join(' '))
      : DELAY.test(lines.join(' '));
    const diagnostic = reason.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_REASON) || null;
    each.set(address.toLowerCase(), {
      address,
      original: null,
      action: delayed ? 'delayed' : 'failed',
      status,
      diagnostic,
    });
  }
  return [...each.values()];
}

function reasonAt(lines: readonly string[], line: number, places: ReadonlySet<number>): string {
  const below = lines.slice(line + 1, line + REASON_LINES);
  const next = below.findIndex((_, index) => places.has(line + 1 + index));
  return [lines[line], ...(next < 0 ? below : below.slice(0, next))].join(' ');
}

function addressesOf({ headers }: ReportSource, name: string): string[] {
  return (headers[name] ?? []).flatMap(addressesIn).map((address) => address.toLowerCase());
}

function returnedTo({ parts, text, headers }: ReportSource): string[] {
  const sender = new Set((headers['to'] ?? []).flatMap(addressesIn));
  const fields = [...parts.map((part) => part.text), text()].flatMap(fieldBlocks);
  const named = fields.flatMap((block) => [
    ...(block.get('x-failed-recipients') ?? []),
    ...(block.get('to') ?? []),
  ]);
  return named.flatMap(addressesIn).filter((address) => !sender.has(address));
}
