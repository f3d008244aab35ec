import { type Problem } from '@mailroom/plugin';

/** Why a reply could not be put into the outbox, for whoever wrote it. */
export function replyFault({ code, field }: Problem): string {
  if (code === 'mail-too-large') return 'This reply is too long to be sent.';
  if (code === 'address-invalid' || (code === 'draft-invalid' && field?.startsWith('to')))
    return 'One of the recipients is no e-mail address.';
  return `This reply could not be sent (${code}).`;
}
