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
  return (
    <SettingForm setting={setting} read={Number}>
      {(field) => (
        <>
          <NumberInput
            label={words.installation.settings[setting.key].field}
            min={min}
            max={max}
            allowDecimal={false}
            hideControls
            readOnly={setting.readOnly}
            classNames={{ wrapper: 'short-input' }}
            {...field}
          />
          <LastSweep setting={setting.key} />
        </>
      )}
    </SettingForm>
  );
}
