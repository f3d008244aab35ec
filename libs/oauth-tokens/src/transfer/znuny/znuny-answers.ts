import { importNote, type ImportNote } from '../import-note.js';
import { type ZnunyRequest, type ZnunyRequestName } from './znuny-schema.js';

/** What Znuny keeps of an answer, and the names that Mailroom reads it by; the first is that of the standard. */
const MEMBERS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  Token: ['access_token'],
  TokenExpirationDate: ['expires_in'],
  RefreshToken: ['refresh_token'],
  RefreshTokenExpirationDate: ['refresh_token_expires_in', 'refresh_expires_in'],
  ErrorMessage: ['error'],
  ErrorCode: ['error_codes'],
};
/** Texts for people are not read: the codes have sentences of their own. */
const UNREAD = new Set(['ErrorDescription']);
/** What comes back through the browser (RFC 6749 section 4.1.2); nothing of that has another name. */
const REDIRECT: Readonly<Record<string, string>> = { code: 'AuthorizationCode', state: 'State' };

/** What a provider calls the members of its answers where that differs from the standard. */
export interface KeptAnswers {
  readonly answerNames: Readonly<Record<string, string>>;
  readonly notes: readonly ImportNote[];
}

/** What the mappings of all requests come to; two that contradict each other are noted, and the first is kept. */
export function keptAnswers(requests: readonly (readonly [ZnunyRequestName, ZnunyRequest])[]): KeptAnswers {
  const answerNames: Record<string, string> = {};
  const notes: ImportNote[] = [];
  for (const [request, { Response: answer }] of requests) {
    for (const [name, kept] of Object.entries(answer?.ParametersMapping ?? {})) {
      if (request === 'AuthorizationCode' ? REDIRECT[name] === kept : UNREAD.has(kept)) continue;
      const members = Object.hasOwn(MEMBERS, kept) ? MEMBERS[kept] : undefined;
      const taken = request === 'AuthorizationCode' ? undefined : members?.[0];
      if (taken === undefined || (answerNames[taken] ?? name) !== name || name.length > 100) {
        notes.push(importNote('mapping-not-kept', { request, name }));
      } else if (!members?.includes(name)) answerNames[taken] = name;
    }
  }
  return { answerNames, notes };
}
