import { TextInput } from '@mantine/core';
import { words } from '../i18n/words.js';
import { SettingForm, type NamedSetting } from './setting-form.js';

/** Settings that are a line of text. */
export type TextKey = 'control-header-prefixes' | 'banner-recipients';

/** A setting that is a line of text. */
export function TextSetting({ setting }: { setting: NamedSetting<TextKey> }) {
  return (
    <SettingForm setting={setting} read={String}>
      {(field) => (
        <TextInput
          label={words.installation.settings[setting.key].field}
          readOnly={setting.readOnly}
          {...field}
        />
      )}
    </SettingForm>
  );
}
