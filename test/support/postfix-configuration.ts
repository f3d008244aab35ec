import { type KeyedCertificate } from './certificates.js';

/** What differs between one Postfix of a test and the next. */
export interface PostfixOptions {
  readonly certificate: KeyedCertificate;
  /** The port of 127.0.0.1 on which a Dovecot vouches for passwords and tokens. */
  readonly authPort: number;
  /** The port of 127.0.0.1 to which everything is passed on. */
  readonly relayPort: number;
}

/** main.cf: submission on the loopback, signing in through Dovecot, everything passed on to one port. Postfix 3.7. */
export function postfixMain(folder: string, { authPort, relayPort }: PostfixOptions): string {
  return `
compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = postfix.sandbox.test
mydestination =
local_recipient_maps =
alias_maps =
alias_database =
relayhost = [127.0.0.1]:${relayPort}
smtp_dns_support_level = disabled
smtp_host_lookup = native
smtpd_peername_lookup = no
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:${authPort}
smtpd_sasl_security_options =
smtpd_tls_cert_file = ${folder}/certificate.pem
smtpd_tls_key_file = ${folder}/key.pem
smtpd_tls_security_level = may
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_client_connection_count_limit = 0
smtpd_client_connection_rate_limit = 0
`;
}

/** master.cf: what has to run, and nothing in a chroot. */
export function postfixMaster(port: number, tlsPort: number): string {
  const service = (name: string, program = name, limit = '-', wakeup = '-') =>
    `${name} unix - - n ${wakeup} ${limit} ${program}`;
  return [
    `127.0.0.1:${port} inet n - n - - smtpd`,
    `127.0.0.1:${tlsPort} inet n - n - - smtpd`,
    '  -o smtpd_tls_wrappermode=yes',
    'cleanup unix n - n - 0 cleanup',
    'qmgr unix n - n 300 1 qmgr',
    service('tlsmgr', 'tlsmgr', '1', '1000?'),
    service('rewrite', 'trivial-rewrite'),
    service('bounce', 'bounce', '0'),
    service('defer', 'bounce', '0'),
    service('trace', 'bounce', '0'),
    service('proxymap'),
    service('smtp'),
    service('relay', 'smtp'),
    service('error'),
    service('retry', 'error'),
    service('anvil', 'anvil', '1'),
    service('scache', 'scache', '1'),
    '',
  ].join('\n');
}
