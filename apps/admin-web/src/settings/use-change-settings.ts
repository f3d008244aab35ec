import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { settingsQuery } from '../api/queries.js';
import { type SettingChanges } from '../api/shapes.js';
import { notifyDone } from '../furniture/notify.js';
import { words } from '../i18n/words.js';

/** Stores settings; the page shows at once what the server made of them. */
export function useChangeSettings(onRefusal: (error: unknown) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: SettingChanges) => answer(api.PATCH('/api/settings', { body })),
    onSuccess: (stored) => {
      queries.setQueryData(settingsQuery.queryKey, stored);
      notifyDone(words.saved);
    },
    onError: onRefusal,
  });
}
