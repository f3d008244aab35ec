import { type Setting } from '../api/shapes.js';

/** Parts of the page of settings, in their order. */
export const settingGroups = ['house', 'mailIn', 'mailOut', 'retention'] as const;
export type SettingGroup = (typeof settingGroups)[number];

const GROUP_OF: Readonly<Record<Setting['key'], SettingGroup>> = {
  'public-url': 'house',
  language: 'house',
  'banner-recipients': 'house',
  'connection-limits': 'mailIn',
  'draft-after-failing-days': 'mailIn',
  'same-mail': 'mailIn',
  'sender-limit-mails': 'mailIn',
  'sender-limit-minutes': 'mailIn',
  'control-header-prefixes': 'mailIn',
  'personal-servers-per-person': 'mailOut',
  'audit-retention-days': 'retention',
  'run-retention-days': 'retention',
  'outbox-retention-days': 'retention',
  'raw-mail-retention-days': 'retention',
};
const ORDER = Object.keys(GROUP_OF);

/** Settings by what they are about: each part with its own, in the order in which one looks for them. */
export function grouped<One extends Pick<Setting, 'key'>>(
  settings: readonly One[],
): readonly { readonly group: SettingGroup; readonly settings: readonly One[] }[] {
  const inOrder = settings.toSorted((one, other) => ORDER.indexOf(one.key) - ORDER.indexOf(other.key));
  return settingGroups.map((group) => ({
    group,
    settings: inOrder.filter(({ key }) => GROUP_OF[key] === group),
  }));
}
