import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { mount } from '../mount.js';
import { askedOf, type AuditFilter } from './audit-filter.js';

/** The events that fit, in the order asked for, page by page. */
export const auditQuery = (filter: AuditFilter, sort: 'newest' | 'oldest') => {
  const asked = askedOf(filter);
  return infiniteQueryOptions({
    queryKey: ['audit-events', asked, sort],
    queryFn: ({ pageParam }) => {
      const query = { ...asked, sort, ...(pageParam === undefined ? {} : { before: pageParam }) };
      return answer(api.GET('/api/audit-events', { params: { query } }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
};

/** Where the browser gets all events that fit as a file. */
export function exportAddress(filter: AuditFilter, format: 'csv' | 'jsonl'): string {
  const query = new URLSearchParams({ ...askedOf(filter), format });
  return new URL(`api/audit-events/export?${query}`, mount).href;
}
