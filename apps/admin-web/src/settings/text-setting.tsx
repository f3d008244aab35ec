import { TextInput } from '@mantine/core';
import { words } from '../i18n/words.js';
import { SettingForm, type NamedSetting } from './setting-form.js';

/** Settings that are a line of text. */
export type TextKey = 'control-header-prefixes' | 'banner-recipients';

/** A setting that is a line of text. */
export function TextSetting({ setting }: { setting: NamedSetting<TextKey> }) {
  const { field: label } = words.installation.settings[setting.key];
  return (
    <SettingForm setting={setting} label={label} read={String}>
      {(field) => <TextInput label={label} {...field} />}
    </SettingForm>
  );
}
