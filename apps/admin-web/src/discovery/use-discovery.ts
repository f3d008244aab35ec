import { useMutation } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { type MailboxProposal } from '../api/shapes.js';

/** Asks whose mailbox an address is, and how it is reached; nothing is signed in to. */
export function useDiscovery(onFound: (items: readonly MailboxProposal[], address: string) => void) {
  return useMutation({
    mutationFn: (address: string) => answer(api.POST('/api/accounts/discover', { body: { address } })),
    onSuccess: ({ items, address }) => onFound(items, address),
  });
}
