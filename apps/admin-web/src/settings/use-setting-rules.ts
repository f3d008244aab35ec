import { type UseFormReturnType } from '@mantine/form';
import { api } from '../api/api.js';
import { type components } from '../api/schema.gen.js';
import { useServerRules } from '../furniture/use-server-rules.js';

type SettingsForm = components['schemas']['SettingsForm'];

/** Says at the field of a setting what the server would refuse, while it is filled in. */
export function useSettingRules<Values extends object>(
  form: UseFormReturnType<Values>,
  values: SettingsForm,
): void {
  useServerRules(form, values, (body, signal) => api.POST('/api/settings/findings', { body, signal }));
}
