import { NumberInput } from '@mantine/core';
import { words } from '../i18n/words.js';
import { LastSweep } from './last-sweep.js';
import { SettingForm, type NamedSetting } from './setting-form.js';

/** Settings that are a whole number. */
export type NumberKey =
  | 'audit-retention-days'
  | 'run-retention-days'
  | 'outbox-retention-days'
  | 'raw-mail-retention-days'
  | 'draft-after-failing-days'
  | 'sender-limit-mails'
  | 'sender-limit-minutes'
  | 'personal-servers-per-person';

/** A setting that is a whole number. */
export function NumberSetting(props: { setting: NamedSetting<NumberKey>; min: number; max: number }) {
  const { setting, min, max } = props;
  const { field: label } = words.installation.settings[setting.key];
  return (
    <SettingForm setting={setting} label={label} read={Number} below={<LastSweep setting={setting.key} />}>
      {(field) => (
        <NumberInput
          label={label}
          min={min}
          max={max}
          allowDecimal={false}
          hideControls
          classNames={{ wrapper: 'short-input' }}
          {...field}
        />
      )}
    </SettingForm>
  );
}
