import { useMemo } from 'react';
import { answer, api, ifMatch } from '../api/api.js';
import { type Setting, type SettingChanges } from '../api/shapes.js';
import { useSavedChange, type ChangeForm } from '../furniture/saved-change.js';

interface SettingChange<Fields> {
  readonly setting: Setting;
  /** What the field is called. */
  readonly label: string;
  /** What the form shows of the setting as it is stored. */
  readonly fieldsOf: (setting: Setting) => Fields;
  /** What is stored of the form. */
  readonly changesOf: (fields: Fields) => SettingChanges;
  readonly say?: (value: unknown) => unknown;
}

/** Saves the form of one setting as `useSavedChange` does. All settings have one tag; others that changed are no news here. */
export function useSettingChange<Fields extends object>(
  form: ChangeForm<NoInfer<Fields>>,
  { setting, fieldsOf, changesOf, ...named }: SettingChange<Fields>,
) {
  const thing = useMemo(() => ({ items: [setting] }), [setting]);
  return useSavedChange<Fields, { readonly items: readonly Setting[] }>(form, {
    thing,
    current: () => answer(api.GET('/api/settings')),
    save: (fields, now) =>
      answer(api.PATCH('/api/settings', { params: { header: ifMatch(now) }, body: changesOf(fields) })),
    fieldsOf: ({ items }) => fieldsOf(items.find(({ key }) => key === setting.key) ?? setting),
    stale: 'settings',
    ...named,
  });
}
