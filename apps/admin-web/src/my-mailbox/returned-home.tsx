import { useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ProblemNote } from '../furniture/problem-note.js';
import { words } from '../i18n/words.js';
import { ownAuthorizationQuery } from './own-queries.js';

/** What a browser brings along from the provider. */
export interface Return {
  readonly connected: boolean;
  readonly authorization: string | null;
  readonly code: string | null;
}

/** Reads it once and takes it out of the address: a reload is no second return. */
export function useReturn(): Return {
  const [back] = useState(() => {
    const search = new URLSearchParams(window.location.search);
    return {
      connected: search.has('connected'),
      authorization: search.get('authorization'),
      code: search.get('code'),
    };
  });
  useEffect(() => {
    window.history.replaceState(null, '', window.location.pathname);
  }, []);
  return back;
}

/** Why nothing came of the trip, where nothing did. */
export function ReturnedHome({ back: { authorization, code } }: { back: Return }) {
  const query = useQuery({
    ...ownAuthorizationQuery(authorization ?? ''),
    enabled: authorization !== null,
  });
  const problem = code === null ? query.data?.problem : { code };
  return problem ? <ProblemNote problem={problem} title={words.myMailbox.notConnected} /> : null;
}
