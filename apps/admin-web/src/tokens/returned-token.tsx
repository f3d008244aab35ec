import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useLocation, useSearchParams } from 'react-router';
import { tokenQuery } from '../api/queries.js';
import { notifyDone, notifyProblem } from '../furniture/notify.js';
import { useChangeAddress } from '../furniture/address.js';
import { words } from '../i18n/words.js';

const USE_IT = new Set(['/connect', '/set-up']);

/**
 * After a reconnect the provider's answer brings the browser back to the page it left with `?token=<id>`: says once
 * that the token is valid and takes the parameter away. The pages `connect` and `set-up` use the parameter themselves.
 */
export function ReturnedToken() {
  const queries = useQueryClient();
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  const changeAddress = useChangeAddress();
  const tokenId = USE_IT.has(pathname) ? null : search.get('token');
  useEffect(() => {
    if (!tokenId) return;
    changeAddress((old) => without(old, 'token'), { replace: true });
    void queries.invalidateQueries();
    queries
      .fetchQuery(tokenQuery(tokenId))
      .then(({ mailbox }) => notifyDone(words.tokens.connectedAgain(mailbox)), notifyProblem);
  }, [tokenId, queries, changeAddress]);
  return null;
}

function without(search: URLSearchParams, name: string): URLSearchParams {
  const rest = new URLSearchParams(search);
  rest.delete(name);
  return rest;
}
