import { type Extensions } from './extensions.js';
import { type Envelope } from './transmission.js';

/** The commands that open a transaction: sender, recipients in their order, DATA. What the server cannot do is left out. */
export function envelopeLines(envelope: Envelope, size: number, extensions: Extensions): string[] {
  const { from, to, notice = null } = envelope;
  const asked = extensions.dsn ? notice : null;
  const sender = [
    `MAIL FROM:<${from}>`,
    extensions.size === null ? '' : `SIZE=${size}`,
    extensions.utf8 && needsUtf8(envelope) ? 'SMTPUTF8' : '',
    asked ? `RET=${asked.returns === 'full' ? 'FULL' : 'HDRS'} ENVID=${xtext(asked.envelopeId)}` : '',
  ];
  const notify = asked ? ` NOTIFY=${[asked.notify].flat().join(',').toUpperCase()}` : '';
  return [words(sender), ...to.map((address) => `RCPT TO:<${address}>${notify}`), 'DATA'];
}

/** RFC 6531: an address outside ASCII goes only to servers that know it. */
export function needsUtf8({ from, to }: Pick<Envelope, 'from' | 'to'>): boolean {
  return [from, ...to].some(outsideAscii);
}

/** Is there anything in it that is not ASCII? */
export function outsideAscii(address: string): boolean {
  return /[^\0-\x7f]/.test(address);
}

// RFC 3461 section 4.
function xtext(value: string): string {
  return value.replaceAll(/[^!-*,-<>-~]/g, (char) =>
    [...Buffer.from(char)].map((byte) => `+${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
}

function words(all: readonly string[]): string {
  return all.filter((word) => word !== '').join(' ');
}
