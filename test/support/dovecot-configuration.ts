/** Tokens that an OAuth2 server vouches for when asked (RFC 7662); the client's name and secret go into the URL. */
export interface Introspection {
  introspectionUrl: string;
  /** Whose tokens open every mailbox, by a claim of theirs; without it a token opens the mailbox of its person. */
  everywhere?: { claim: 'client_id' | 'email'; is: string } | undefined;
  openidConfigurationUrl?: string;
}

/** Tokens that Dovecot checks by itself. It wants `typ: JWT` and RS256 in the header and a `sub`, and refuses `at+jwt`. */
export interface LocalValidation {
  jwt: {
    issuer: string;
    /** Public keys as PEM (SPKI). `azp`: the claim of that name in the token, where it has one. */
    keys: readonly { kid: string; pem: string; azp?: string }[];
    openidConfigurationUrl?: string;
  };
}

/** What differs between one Dovecot of a test and the next. */
export interface DovecotOptions {
  oauth?: Introspection | LocalValidation;
  /** Without `oauthbearer` clients must take XOAUTH2. Default: all four, the last two only with `oauth`. */
  mechanisms?: readonly ('plain' | 'login' | 'xoauth2' | 'oauthbearer')[];
  /** What it shows over TLS, in PEM; by default a certificate of its own signing for 127.0.0.1 and localhost. */
  certificate?: { certificate: string; key: string };
  /** Connections of one user; the next one is refused with [LIMIT]. */
  maxUserIpConnections?: number;
  /** Further lines of dovecot.conf; a later line wins. */
  extra?: string;
}

/** What the machine decides: where it lives, whom it runs as and where it listens. */
export interface Premises {
  folder: string;
  account: { name: string; group: string; uid: number; gid: number };
  ports: { imap: number; imaps: number; pop3: number; pop3s: number; lmtp: number };
}

/** Every user name exists, with the password `pass` and a mailbox of its own under `mail/`. Dovecot 2.3. */
export function dovecotConf({ folder, account, ports }: Premises, options: DovecotOptions): string {
  const { name, group, uid, gid } = account;
  const oauth = options.oauth ? ['xoauth2', 'oauthbearer'] : [];
  const mechanisms = options.mechanisms ?? ['plain', 'login', ...oauth];
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/dovecot.log
protocols = imap pop3 lmtp
listen = 127.0.0.1
default_internal_user = ${name}
default_internal_group = ${group}
default_login_user = ${name}
mail_uid = ${uid}
mail_gid = ${gid}
first_valid_uid = ${uid}
first_valid_gid = ${gid}
mail_home = ${folder}/mail/%u
mail_location = maildir:~/Maildir
mail_fsync = never
disable_plaintext_auth = no
auth_mechanisms = ${mechanisms.join(' ')}
auth_verbose = yes
auth_failure_delay = 0 secs
ssl = yes
ssl_cert = <${folder}/certificate.pem
ssl_key = <${folder}/key.pem
${options.oauth ? bearerPassdb(folder) : ''}
passdb static-for-plain {
  driver = static
  mechanisms = plain login
  args = password=pass
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/mail/%u allow_all_users=yes
}
# Without an answer from here a few refused logins would make the next ones, also good ones, wait for seconds.
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
${['stats', 'imap-hibernate', 'imap-urlauth-login'].map(unconfined).join('\n')}
${loginService('imap', ports.imap, ports.imaps)}
${loginService('pop3', ports.pop3, ports.pop3s)}
service lmtp {
  chroot =
  inet_listener lmtp {
    port = ${ports.lmtp}
  }
}
mail_max_userip_connections = ${options.maxUserIpConnections ?? 2_000}
# The kernel has few inotify instances per user: a session beyond them would hear of new mail every 30 s only.
mailbox_idle_check_interval = 1 secs
${options.extra ?? ''}
`;
}

/** The settings of the oauth2 passdb (dovecot-oauth2.conf.ext). */
export function oauthConf(folder: string, oauth: Introspection | LocalValidation): string {
  const discovery = 'jwt' in oauth ? oauth.jwt.openidConfigurationUrl : oauth.openidConfigurationUrl;
  const lines = discovery ? [`openid_configuration_url = ${discovery}`] : [];
  return [...('jwt' in oauth ? localLines(folder, oauth) : introspectionLines(oauth)), ...lines, ''].join(
    '\n',
  );
}

function introspectionLines({ introspectionUrl, everywhere }: Introspection): string[] {
  return [
    'introspection_mode = post',
    `introspection_url = ${introspectionUrl}`,
    'active_attribute = active',
    'active_value = true',
    'timeout_msecs = 5000',
    ...whoMayOpen(everywhere),
  ];
}

function localLines(folder: string, { jwt }: LocalValidation): string[] {
  return [
    'introspection_mode = local',
    `local_validation_key_dict = fs:posix:prefix=${folder}/keys/`,
    `issuers = ${jwt.issuer}`,
    ...whoMayOpen(),
  ];
}

/** The attribute of a token that has to be this: the user's name, or the same for all of them. */
function whoMayOpen(everywhere?: Introspection['everywhere']): string[] {
  if (!everywhere) return ['username_attribute = email'];
  return [`username_attribute = ${everywhere.claim}`, `username_format = ${everywhere.is}`];
}

function bearerPassdb(folder: string): string {
  return `passdb oauth2-bearer {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = ${folder}/oauth2.conf.ext
}`;
}

/** Only root may chroot, and we need not be root. */
function unconfined(service: string): string {
  return `service ${service} {\n  chroot =\n}`;
}

function loginService(protocol: 'imap' | 'pop3', port: number, tlsPort: number): string {
  return `service ${protocol}-login {
  chroot =
  service_count = 0
  client_limit = 2000
  inet_listener ${protocol} {
    port = ${port}
  }
  inet_listener ${protocol}s {
    port = ${tlsPort}
    ssl = yes
  }
}`;
}
