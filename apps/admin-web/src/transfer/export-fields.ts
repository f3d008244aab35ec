import { type components } from '../api/schema.gen.js';
import { words } from '../i18n/words.js';

/** What can become of secrets in an export, the safest first. */
export const SECRET_MANNERS = ['left-out', 'sealed', 'clear'] as const;
export type SecretManner = (typeof SECRET_MANNERS)[number];

const SHORTEST = 12;

/** What is typed into the form of an export. */
export interface ExportFields {
  readonly secrets: SecretManner;
  readonly passphrase: string;
  readonly repeat: string;
  readonly confirmed: boolean;
}

/** The form as it opens; `wanted` is what the address asks for. */
export function emptyExport(wanted: string | null): ExportFields {
  const secrets = SECRET_MANNERS.find((manner) => manner === wanted) ?? 'left-out';
  return { secrets, passphrase: '', repeat: '', confirmed: false };
}

/** What is wrong with the fields, by their names. */
export function validExport({ secrets, passphrase, repeat, confirmed }: ExportFields) {
  const { faults } = words.transfer.export;
  return {
    passphrase: secrets === 'sealed' && passphrase.length < SHORTEST ? faults.short : null,
    repeat: secrets === 'sealed' && passphrase !== repeat ? faults.differs : null,
    confirmed: secrets === 'clear' && !confirmed ? faults.unconfirmed : null,
  };
}

/** The request. */
export function exportOrder({ secrets, passphrase }: ExportFields): components['schemas']['ExportClients'] {
  switch (secrets) {
    case 'left-out':
      return { secrets };
    case 'sealed':
      return { secrets, passphrase };
    case 'clear':
      return { secrets, confirmed: true };
  }
}
