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
      // A refusal stays a refusal; only silence and trouble inside are worth asking again.
      retry: (failures, error) =>
        failures < 2 && error instanceof ApiProblem && (error.status === 0 || error.status >= 500),
    },
  },
});
