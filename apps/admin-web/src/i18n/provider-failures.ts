/** What a provider's code means, what the admin should do, and where the repository says more. */
export interface ProviderFailure {
  readonly says: string;
  readonly cure?: string;
  /** A file below `docs/`. */
  readonly doc?: string;
}

type Guide = Readonly<Record<string, ProviderFailure>>;

const MICROSOFT = 'providers/microsoft-365.md';
const GOOGLE = 'providers/google.md';
const CUSTOM = 'providers/custom.md';

const signIn = 'Reconnect: sign in once as the mailbox and everything resumes.';
const newConsent = 'Reconnect, and accept every permission that is asked for.';
const waits = 'Nothing: Mailroom tries again by itself.';

/** The same words for several numbers of Microsoft. */
function entra(numbers: readonly number[], says: string, cure: string): Guide {
  return Object.fromEntries(numbers.map((number) => [`AADSTS${number}`, { says, cure, doc: MICROSOFT }]));
}

/** The same words for several codes. */
function codes(names: readonly string[], says: string, cure: string, doc = CUSTOM): Guide {
  return Object.fromEntries(names.map((name) => [name, { says, cure, doc }]));
}

const microsoftSignIn: Guide = {
  ...entra([50173], 'The password was changed or the sessions of the account were revoked.', signIn),
  ...entra([700082], 'The refresh token was not used for 90 days and has expired.', signIn),
  ...entra([70008, 70000], 'The refresh token or code has expired or is not valid any more.', signIn),
  ...entra(
    [70043],
    'A sign-in frequency rule of the organisation ended the session.',
    `${signIn} An administrator can exempt the mailbox from that rule.`,
  ),
  ...entra(
    [50076, 50079, 50074, 50072, 50078],
    'The organisation now asks for multi-factor authentication.',
    signIn,
  ),
  ...entra([65001], 'Consent is missing or was withdrawn.', newConsent),
  ...entra(
    [50132, 50133, 50089, 50085, 700020],
    'The session of the sign-in is over, because it expired or the password was changed.',
    signIn,
  ),
  ...entra(
    [700084],
    'The refresh token was issued to a single-page application and lived for 24 hours.',
    'Register the redirect URI under the platform Web, not Single-page application, then reconnect.',
  ),
  ...entra(
    [50055, 50144],
    'The password of the account has expired.',
    'Set a new password for the account, then reconnect.',
  ),
  ...entra(
    [54005, 501481],
    'The sign-in was finished twice or in two windows at once.',
    'Begin the connection again and finish it in the same window.',
  ),
  ...entra(
    [50020, 90072],
    'The account belongs to another tenant than the application.',
    'Sign in with an account of the tenant, or let the application accept accounts of any organisation.',
  ),
  ...entra(
    [50034],
    'There is no such account in the tenant.',
    'Check the address; the account may have been deleted or renamed. Then reconnect.',
  ),
  ...entra(
    [70019, 70020],
    'The device code has expired.',
    'Ask for a new device code and type it within 15 minutes.',
  ),
  ...codes(
    ['microsoft-ninety-days-unused'],
    'The refresh token was not used for 90 days and has expired.',
    signIn,
    MICROSOFT,
  ),
};

const microsoftTenant: Guide = {
  ...entra(
    [53000, 53001, 53002, 53003, 530032, 530035, 50131, 50005],
    'A Conditional Access policy or the security defaults of the tenant block the sign-in.',
    'Ask an administrator of the tenant to let this application and mailbox through in Entra → Protection → Conditional Access.',
  ),
  ...entra(
    [50105],
    'The account is not assigned to the application.',
    'An administrator assigns it under Entra → Enterprise applications → Users and groups.',
  ),
  ...entra(
    [90094, 90095],
    'An administrator has to consent for the organisation first.',
    'An administrator opens the app registration → API permissions → Grant admin consent; then reconnect.',
  ),
  ...entra(
    [65004],
    'The person who signed in declined the consent.',
    'Reconnect and accept, or let an administrator grant consent for the organisation.',
  ),
  ...entra([50057], 'The account is disabled.', 'An administrator enables sign-in for the account.'),
  ...entra(
    [50053],
    'The account is locked after too many failed sign-ins.',
    'Wait a few minutes or let an administrator unlock it; then reconnect.',
  ),
  ...entra(
    [500011, 650052],
    'The tenant does not have the service that the scope names.',
    'Check the host names in the scope; Exchange Online has to be licensed in the tenant.',
  ),
  ...entra(
    [650056],
    'The application is set up incompletely in the tenant.',
    'An administrator checks its API permissions and grants admin consent.',
  ),
};

const microsoftClient: Guide = {
  ...entra(
    [7000222],
    'The client secret has expired.',
    'Make a new secret at Microsoft and paste its value into the client. All of its mailboxes resume at once.',
  ),
  ...entra(
    [7000215],
    'The client secret is wrong. Often it is the ID of the secret instead of its value.',
    'Paste the value of the secret; Microsoft shows it only once, so you may need a new one.',
  ),
  ...entra(
    [700016, 700011, 70001, 7000112],
    'The application does not exist in this tenant or is disabled.',
    'Check the client ID and the tenant in the client, and that the application is enabled at Microsoft.',
  ),
  ...entra(
    [7000218],
    'Microsoft wants a secret or certificate, and the client has none.',
    'Enter a secret, or allow public client flows in the app registration.',
  ),
  ...entra(
    [700025],
    'The application is a public client, but a secret was sent.',
    'Register the redirect URI under the platform Web, or remove the secret from the client.',
  ),
  ...entra(
    [700027, 50012, 50013, 700021, 7000212, 7000213],
    'Microsoft does not accept the certificate.',
    'Upload the certificate that the client offers for download to the app registration, and check the client ID.',
  ),
  ...entra(
    [700024],
    'The signed assertion was outside its time: the clock of this server may be wrong.',
    'Set the clock of the server (NTP).',
  ),
  ...entra(
    [50011],
    'The redirect URI is not registered at Microsoft.',
    'Copy it from the client into the app registration, letter for letter.',
  ),
  ...entra(
    [50194],
    'The application is for one tenant only, but the client asks any tenant.',
    'Enter your tenant in the client, or allow accounts of any organisation in the app registration.',
  ),
  ...entra([90002, 900023], 'The tenant does not exist.', 'Check the tenant in the client.'),
  ...entra(
    [9001023, 90130],
    'The endpoint does not fit the account or application.',
    'Check the tenant and the endpoints of the client; “consumers” is for personal accounts only.',
  ),
  ...entra(
    [28000, 28002, 28003, 70011, 700022, 700023, 650053, 650057, 65005],
    'The scope is not one that the application may ask for in one request.',
    'Check the scope of the client against the API permissions of the app registration: permissions of one resource only, written exactly.',
  ),
  ...entra(
    [900144, 9002313],
    'Microsoft found the request incomplete or malformed.',
    'Check the scope and the extra parameters of the client.',
  ),
  ...entra(
    [700005],
    'The code was issued for another tenant.',
    'Use the same tenant in all endpoints of the client.',
  ),
  ...entra(
    [70003],
    'The application may not use this way to get tokens.',
    'Check the template of the client and the authentication settings of the app registration.',
  ),
  ...entra([70018], 'The device code was not typed as shown.', 'Ask for a new device code.'),
};

const microsoftTrouble: Guide = {
  ...entra(
    [
      50033, 50087, 50088, 50166, 70012, 80001, 80002, 80005, 80007, 90006, 90012, 90024, 90033, 90055, 90090,
      40010,
    ],
    'Microsoft has trouble of its own.',
    waits,
  ),
  ...entra(
    [50196],
    'Microsoft says that we ask too often. Mailroom leaves it alone for a while.',
    'If it stays: another program may use the same client ID; give Mailroom one of its own.',
  ),
  ...entra([70016], 'Nobody has typed the device code yet.', 'Type the code at the address shown.'),
};

const google: Guide = {
  'google-testing-seven-days': {
    says: 'Google ended this connection seven days after the consent, as it does while an application is in “Testing”.',
    cure: 'Three ways out: make the application Internal (Workspace only), publish it and have it verified, or use a service account. Reconnect after that: a consent given during “Testing” keeps its seven days.',
    doc: GOOGLE,
  },
  ...codes(
    ['google-six-months-unused'],
    'The refresh token was not used for six months and Google let it expire.',
    signIn,
    GOOGLE,
  ),
  ...codes(
    ['invalid_rapt', 'rapt_required'],
    'The session control of the Google Workspace wants a new sign-in.',
    `${signIn} The Workspace administrator can exempt the application under Security → Google Cloud session control.`,
    GOOGLE,
  ),
  ...codes(
    ['admin_policy_enforced'],
    'The Workspace administrator does not allow the application.',
    'The administrator trusts its client ID under Security → API controls → App access control.',
    GOOGLE,
  ),
  ...codes(
    ['deleted_client', 'disabled_client'],
    'The OAuth client was deleted or disabled at Google.',
    'Restore it in the Google Cloud console within 30 days, or register a new one.',
    GOOGLE,
  ),
  ...codes(
    ['redirect_uri_mismatch'],
    'The redirect URI is not registered at Google.',
    'Copy it from the client into the Google Cloud console, exact to the last slash.',
    GOOGLE,
  ),
  ...codes(
    ['org_internal'],
    'The application is Internal and the account belongs to another organisation.',
    'Use an account of the organisation, or make the application External.',
    GOOGLE,
  ),
  ...codes(
    ['internal_failure', 'rate_limit_exceeded'],
    'Google has trouble of its own or asks us to slow down.',
    waits,
    GOOGLE,
  ),
};

const standard: Guide = {
  ...codes(
    ['invalid_grant'],
    'The provider says that this grant is no longer valid.',
    'Reconnect. Reasons are a revoked consent, a changed password, or too many connections of one account.',
  ),
  ...codes(
    ['invalid_client'],
    'The provider does not know the client ID or does not accept its secret.',
    'Check client ID, secret and how the secret is sent.',
  ),
  ...codes(
    ['unauthorized_client'],
    'The client may not do this at the provider.',
    'Allow this grant type for the client at the provider. Google service account: add its client ID and scope under domain-wide delegation.',
  ),
  ...codes(
    ['invalid_request', 'unsupported_grant_type', 'unsupported_response_type'],
    'The provider does not understand the request.',
    'Check the template, the endpoints and the extra parameters of the client.',
  ),
  ...codes(
    ['invalid_scope', 'invalid_resource', 'invalid_target'],
    'The provider does not give this scope.',
    'Check the scope of the client: written exactly, for one resource, and allowed at the provider.',
  ),
  ...codes(
    [
      'interaction_required',
      'login_required',
      'account_selection_required',
      'unmet_authentication_requirements',
    ],
    'The provider wants somebody to sign in again.',
    signIn,
  ),
  ...codes(['consent_required'], 'The provider wants a new consent.', newConsent),
  ...codes(
    ['access_denied', 'authorization_declined'],
    'Somebody declined, or access was taken away.',
    newConsent,
  ),
  ...codes(['expired_token'], 'The device code has expired.', 'Ask for a new device code.'),
  ...codes(
    ['bad_verification_code'],
    'The device code was not typed as shown.',
    'Ask for a new device code.',
  ),
  ...codes(
    ['authorization_pending', 'slow_down'],
    'Nobody has typed the device code yet.',
    'Type the code at the address shown.',
  ),
  ...codes(['temporarily_unavailable', 'server_error'], 'The provider has trouble of its own.', waits),
};

const own: Guide = {
  'clock-differs': {
    says: 'The provider refused, and its clock and the clock of this server differ by more than a minute, which may be why.',
    cure: 'Set the clock of the server (NTP); Mailroom then tries again by itself.',
    doc: 'operations.md',
  },
  'refresh-answer-lost': {
    says: 'The answer to a refresh was lost on its way, and this provider accepts each refresh token only once.',
    cure: signIn,
    doc: CUSTOM,
  },
  'another-subject': {
    says: 'The provider answered a refresh with tokens of somebody else; Mailroom did not take them.',
    cure: 'Nothing, if it was once: Mailroom tries again by itself. If it stays, tell the provider.',
    doc: CUSTOM,
  },
  disconnected: {
    says: 'An admin disconnected it.',
    cure: 'Reconnect it to use it again. A provider that could not be told still grants access: end it there, at Microsoft under myapps.microsoft.com, or in Entra under “Enterprise applications”.',
  },
  'signing-key-missing': {
    says: 'The client has no key to sign with.',
    cure: 'Give the client the JSON file of the service account once more.',
  },
  'token-endpoint-changed': {
    says: 'The client now asks another server, which knows nothing of this connection.',
    cure: signIn,
  },
  'secret-unreadable': {
    says: 'What is stored is spoilt, or was sealed for another place: it does not open here.',
    cure: 'Enter the secret of the client again, or reconnect.',
    doc: 'operations.md',
  },
  'encryption-key-missing': {
    says: 'This server lacks the encryption key that the token or its client is sealed with.',
    cure: 'Put the key back into the key ring of the helpdesk and restart it: everything resumes, nobody has to sign in again.',
    doc: 'operations.md',
  },
};

/** Every code of providers that Mailroom knows, and those it gives itself where a provider says too little. */
export const providerFailures: Guide = {
  ...microsoftSignIn,
  ...microsoftTenant,
  ...microsoftClient,
  ...microsoftTrouble,
  ...google,
  ...standard,
  ...own,
};
