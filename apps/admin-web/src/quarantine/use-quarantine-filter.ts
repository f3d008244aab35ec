import { useSearchParams } from 'react-router';
import { type QuarantineFilter } from '../api/shapes.js';
import { useSearched } from '../furniture/search-field.js';

/** Which mail the page's address asks for. */
export function useQuarantineFilter(): QuarantineFilter {
  const [address] = useSearchParams();
  const search = useSearched().trim();
  const accountId = address.get('account');
  const problem = address.get('reason');
  return {
    outcome: address.get('outcome') === 'refused' ? 'refused' : 'quarantined',
    ...(accountId ? { accountId } : {}),
    ...(problem ? { problem } : {}),
    ...(search === '' ? {} : { search }),
  };
}
