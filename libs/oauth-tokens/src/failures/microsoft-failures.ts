import { failureTable } from './token-failure.js';

/**
 * AADSTS numbers (`error_codes`), as learn.microsoft.com "Microsoft Entra authentication and authorization error
 * codes" explains them. What each class has in common is who can do something about it.
 */
export const microsoftFailures = failureTable({
  // Somebody has to sign in again: revoked, expired, password changed, more factors wanted, consent withdrawn.
  reconnect: [
    50173, 700082, 70008, 70043, 50076, 50079, 50074, 50072, 50078, 65001, 50132, 50133, 50089, 50085, 700084,
    70000, 700020, 50055, 50144, 54005, 501481, 50020, 90072, 50034, 70019, 70020,
  ],
  // The tenant forbids it: Conditional Access, missing assignment or admin consent, account disabled or locked.
  'ask-admin': [
    53000, 53001, 53002, 53003, 50131, 50005, 530032, 530035, 50105, 90094, 90095, 65004, 50057, 50053,
    500011, 650052, 650056,
  ],
  // The app registration, its secret or certificate, its scopes or its endpoints are wrong.
  'fix-client': [
    7000222, 7000215, 700016, 700011, 70001, 7000112, 7000218, 700025, 700027, 50012, 50013, 50011, 50194,
    90002, 900023, 9001023, 90130, 28000, 28002, 28003, 70011, 700022, 700023, 650053, 650057, 65005, 900144,
    9002313, 700005, 70003, 70018, 700021, 700024, 7000212, 7000213,
  ],
  // Microsoft has trouble, we ask too often (50196), or somebody has not yet typed a device code (70016).
  'retry-later': [
    50033, 50087, 50088, 50166, 70012, 80001, 80002, 80005, 80007, 90006, 90012, 90024, 90033, 90055, 90090,
    40010, 50196, 70016,
  ],
});

/** `suberror`, for numbers that are not listed ("Handle errors and exceptions in MSAL"). */
export const microsoftSuberrors = failureTable({
  reconnect: [
    'bad_token',
    'token_expired',
    'consent_required',
    'basic_action',
    'additional_action',
    'user_password_expired',
    'client_mismatch',
  ],
  'ask-admin': ['message_only', 'protection_policy_required', 'device_authentication_failed'],
});
