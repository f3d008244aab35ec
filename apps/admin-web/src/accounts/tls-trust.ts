import { type components } from '../api/schema.gen.js';
import { type Account } from '../api/shapes.js';
import { words } from '../i18n/words.js';

type TlsTrust = NonNullable<components['schemas']['NewAccount']['tlsTrust']>;

/** Whose certificates are believed, as a form has it. */
export interface TrustFields {
  readonly trust: TlsTrust['kind'];
  /** PEM; only with `ca`. */
  readonly certificates: string;
  /** Only with `fingerprint`. */
  readonly sha256: string;
}

/** As every browser does it. */
export const usualTrust: TrustFields = { trust: 'verified', certificates: '', sha256: '' };

/** The trust of an account as a form has it. */
export function trustFieldsOf(trust: Account['tlsTrust']): TrustFields {
  switch (trust.kind) {
    case 'ca':
      return { ...usualTrust, trust: 'ca', certificates: trust.certificates };
    case 'fingerprint':
      return { ...usualTrust, trust: 'fingerprint', sha256: trust.sha256 };
    case 'verified':
    case 'any':
      return { ...usualTrust, trust: trust.kind };
  }
}

/** The form as the API takes it. */
export function trustOf({ trust, certificates, sha256 }: TrustFields): TlsTrust {
  switch (trust) {
    case 'ca':
      return { kind: 'ca', certificates };
    case 'fingerprint':
      return { kind: 'fingerprint', sha256 };
    case 'verified':
    case 'any':
      return { kind: trust };
  }
}

const filled = (value: string) => (value.trim() === '' ? words.rules.required : null);

/** The rules of a trust that need no server. */
export const validTrust = {
  certificates: (value: string, { trust }: TrustFields) => (trust === 'ca' ? filled(value) : null),
  sha256: (value: string, { trust }: TrustFields) => (trust === 'fingerprint' ? filled(value) : null),
};
