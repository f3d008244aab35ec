import { type RowReading } from '@mailroom/kernel';
import { type SenderRules } from '../routing/sender-rules.js';

/** A rule of the sender policy that a parameter of Odoo becomes. */
export type SenderField = Exclude<
  keyof SenderRules,
  'bulkServerId' | 'authorsOwnAddress' | 'firstServerStandsIn'
>;

/** Rule of the sender policy by key of `ir.config_parameter`. */
export const SENDER_PARAMETERS: Readonly<Record<string, SenderField>> = {
  'mail.default.from': 'defaultFrom',
  'mail.default.from_filter': 'defaultFromFilter',
  'mail.catchall.domain': 'catchallDomain',
  'mail.bounce.alias': 'bounceFrom',
  'mail.force.smtp.from': 'forceFrom',
  'mail.dynamic.smtp.from': 'dynamicFrom',
};

const CLIENTS = /^(microsoft[._]outlook|google_gmail)/;
const SETTINGS: Readonly<Record<string, string>> = {
  'web.base.url': 'public-url',
  'mail.disable_personal_mail_servers': 'personal-servers-per-person',
};
const SERVERS = /^mail\.server\.personal\.limit\.minutes/;
const POLICY = /^mass_mailing\.(outgoing_mail_server|mail_server_id)$/;
const MAIL = /^(mail|mass_mailing|fetchmail|base\.default_max_email_size)/;

/** Says where a parameter without a place in the sender policy is set here, or that it is nowhere. */
export function sayOtherPlace(reading: RowReading, key: string): void {
  const setting = SETTINGS[key];
  if (CLIENTS.test(key)) reading.say('set-in-clients', { key });
  else if (setting !== undefined) reading.say('set-in-settings', { key, setting });
  else if (SERVERS.test(key)) reading.say('set-in-servers', { key });
  else if (POLICY.test(key)) reading.say('set-in-policy', { key });
  else if (MAIL.test(key)) reading.say('setting-without-counterpart', { setting: key });
}
