import { parseReply } from './reply.js';
import { type SmtpError } from './smtp-trouble.js';
import { type Transmission, type TurnedDown } from './transmission.js';

// A mail above the SIZE of the EHLO answer (RFC 1870) is not offered: this is what the server would have said.
const TOO_LARGE = parseReply('552 5.3.4 SIZE');

/** What nodemailer answers when a server took a mail. */
export interface Taken {
  response: string;
  accepted: string[];
  rejectedErrors?: RejectedError[] | undefined;
}

/** One recipient's part of a transmission that failed for them. */
export type RejectedError = SmtpError & { recipient?: string | undefined };

/** What nodemailer throws when nobody got the mail. */
export type FailedSend = SmtpError & { rejectedErrors?: RejectedError[] | undefined };

/** A transmission that went well, for those the server did not turn down. */
export function takenTransmission({ response, accepted, rejectedErrors }: Taken): Transmission {
  return { kind: 'taken', reply: parseReply(response), accepted, turnedDown: turnedDown(rejectedErrors) };
}

/** What a failed transmission means; `gone`: the whole mail had been handed to the connection. */
export function failedTransmission(error: FailedSend, gone: boolean): Transmission {
  const reply = parseReply(typeof error.response === 'string' ? error.response : '');
  if (error.code === 'EMESSAGE' && reply.status === 0 && error.command === 'MAIL FROM') {
    return { kind: 'refused', moment: 'data', reply: TOO_LARGE, turnedDown: [] };
  }
  if (reply.status < 400) return { kind: 'lost', uncertain: gone, cause: error };
  const turned = turnedDown(error.rejectedErrors);
  return { kind: 'refused', moment: momentOf(error.command), reply, turnedDown: turned };
}

function momentOf(command: string | undefined): 'sender' | 'recipients' | 'data' {
  if (command === 'MAIL FROM') return 'sender';
  return command === 'RCPT TO' ? 'recipients' : 'data';
}

function turnedDown(errors: readonly RejectedError[] = []): TurnedDown[] {
  return errors.map(({ recipient, response }) => ({
    address: recipient ?? '',
    reply: parseReply(typeof response === 'string' ? response : ''),
  }));
}
