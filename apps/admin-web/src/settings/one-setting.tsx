import { type Setting } from '../api/shapes.js';
import { ChoiceSetting } from './choice-setting.js';
import { ConnectionLimitsForm } from './connection-limits-form.js';
import { NumberSetting } from './number-setting.js';
import { PublicUrlForm } from './public-url-form.js';
import { TextSetting } from './text-setting.js';

/** The form of a setting, by its key. */
export function OneSetting({ setting }: { setting: Setting }) {
  switch (setting.key) {
    case 'public-url':
      return <PublicUrlForm setting={setting} />;
    case 'audit-retention-days':
      return <NumberSetting setting={{ ...setting, key: setting.key }} min={1} max={3_650} />;
    case 'run-retention-days':
      return <NumberSetting setting={{ ...setting, key: setting.key }} min={1} max={365} />;
    case 'outbox-retention-days':
    case 'raw-mail-retention-days':
      return <NumberSetting setting={{ ...setting, key: setting.key }} min={0} max={3_650} />;
    case 'connection-limits':
      return <ConnectionLimitsForm setting={setting} />;
    case 'draft-after-failing-days':
      return <NumberSetting setting={{ ...setting, key: setting.key }} min={0} max={365} />;
    case 'sender-limit-mails':
      return <NumberSetting setting={{ ...setting, key: setting.key }} min={0} max={1_000} />;
    case 'sender-limit-minutes':
      return <NumberSetting setting={{ ...setting, key: setting.key }} min={1} max={1_440} />;
    case 'personal-servers-per-person':
      return <NumberSetting setting={{ ...setting, key: setting.key }} min={0} max={20} />;
    case 'same-mail':
    case 'language':
      return <ChoiceSetting setting={{ ...setting, key: setting.key }} />;
    case 'control-header-prefixes':
    case 'banner-recipients':
      return <TextSetting setting={{ ...setting, key: setting.key }} />;
  }
}
