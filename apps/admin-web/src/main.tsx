import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router/dom';
import { adminPages } from './admin-pages.js';
import { ApiProblem } from './api/problem.js';
import { noticeClosedDoor } from './sign-in/signed-out.js';
import { theme } from './theme.js';

const queryClient = new QueryClient({
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

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <Notifications position="bottom-right" />
        <RouterProvider router={adminPages} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
