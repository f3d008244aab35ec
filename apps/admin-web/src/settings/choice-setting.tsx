import { Radio, Stack } from '@mantine/core';
import { words } from '../i18n/words.js';
import { SettingForm, type NamedSetting } from './setting-form.js';

/** Settings that are one of a few words. */
export type ChoiceKey = 'same-mail' | 'language';

/** A setting that is one of a few words, each with a sentence. */
export function ChoiceSetting({ setting }: { setting: NamedSetting<ChoiceKey> }) {
  const { field: label, choices } = words.installation.settings[setting.key];
  const sentences = new Map(Object.entries<string>(choices));
  return (
    <SettingForm setting={setting} label={label} say={(value) => sentences.get(value) ?? value} read={String}>
      {(field) => (
        <Radio.Group label={label} {...field}>
          <Stack gap="xs" mt="xs">
            {[...sentences].map(([value, sentence]) => (
              <Radio key={value} value={value} label={sentence} />
            ))}
          </Stack>
        </Radio.Group>
      )}
    </SettingForm>
  );
}
