import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api/problem.js';
import { noticeClosedDoor } from './sign-in/signed-out.js';

/** What asks the API for every page, and notices when nobody is signed in any more. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeClosedDoor }),
  mutationCache: new MutationCache({ onError: noticeClosedDoor }),
  defaultOptions: {
    queries: {
      staleTime: 2_000,
      // Without a network an answer fails and says so; waiting for one would be a page that loads for ever.
      networkMode: 'always',
      // A refusal stays a refusal; only silence and trouble inside are worth asking again.
      retry: (failures, error) => failures < 2 && isWorthAsking(error),
    },
    mutations: { networkMode: 'always' },
  },
});

// Whoever waited for the whole deadline is told before anything else is tried.
function isWorthAsking(error: unknown): boolean {
  if (!(error instanceof ApiProblem) || error.code === 'server-slow') return false;
  return error.status === 0 || error.status >= 500;
}
