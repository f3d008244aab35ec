import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { type ClientTemplate, type Token } from '../api/shapes.js';
import { connectInput, type MailboxFields } from './mailbox-fields.js';

/** Creates account and server from one token, or with one password, and tests both. */
export function useConnectMailbox(token: Token | null, template: ClientTemplate | undefined) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (fields: MailboxFields) =>
      answer(api.POST('/api/mailboxes', { body: connectInput(fields, token, template) })),
    onSuccess: () => queries.invalidateQueries(),
  });
}
