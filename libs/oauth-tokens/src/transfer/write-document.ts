import { stringify } from 'yaml';
import { type DocumentEntry, DOCUMENT_VERSION } from './document-schema.js';
import { type Sealing } from './passphrase.js';

/** How a document treats secrets and private keys. */
export const secretManners = ['left-out', 'sealed', 'clear'] as const;
export type SecretManner = (typeof secretManners)[number];

/** One client to be written. */
export interface WrittenEntry {
  readonly entry: Partial<DocumentEntry> & Pick<DocumentEntry, 'name'>;
  /** How many secrets and keys of it are not in the document. */
  readonly leftOut: number;
}

const MANNER: Readonly<Record<SecretManner, string>> = {
  'left-out': '# Secrets and private keys are left out: an import keeps those that are there already.',
  sealed:
    '# Secrets and private keys are sealed under a passphrase. Whoever imports this file has to know it.',
  clear:
    '# SECRETS AND PRIVATE KEYS STAND HERE IN CLEAR TEXT. Whoever reads this file can use them: delete it soon.',
};

/** What a document begins with. */
export function documentHead(manner: SecretManner, at: Date, sealing: Sealing | null): string {
  return [
    `# OAuth2 clients of Mailroom, exported on ${at.toISOString()}.`,
    MANNER[manner],
    '# Tokens are never exported. Clients are matched by name; what an entry does not say stays as it is, or comes from',
    '# its template. Template and flow of a client never change.',
    'mailroom: clients',
    `version: ${DOCUMENT_VERSION}`,
    ...(sealing ? [lines({ sealing })] : []),
    '',
  ].join('\n');
}

/** The clients of a document, piece by piece. */
export function* documentClients(entries: readonly WrittenEntry[]): Generator<string> {
  if (entries.length === 0) yield 'clients: []\n';
  else yield 'clients:\n';
  for (const { entry, leftOut } of entries) {
    const text = lines([entry]).replace(/^(?=.)/gm, '  ');
    yield leftOut > 0
      ? `${text}\n    # left out: ${leftOut === 1 ? '1 secret' : `${leftOut} secrets`}\n`
      : `${text}\n`;
  }
}

function lines(value: unknown): string {
  return stringify(value, { schema: 'core', lineWidth: 0, aliasDuplicateObjects: false }).trimEnd();
}
