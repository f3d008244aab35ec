import { type NewClient } from '../clients/client-input.js';
import { changedSettings, newSettings } from '../clients/client-settings.js';
import { type ClientSettings, type OAuthClient } from '../clients/oauth-client.js';
import { originOf } from '../clients/origin-of.js';
import { hostsGained } from '../hosts/may-show.js';
import { oauthProblem } from '../oauth-problems.js';
import { clientTemplates } from '../providers/client-templates.js';
import { type ClientTemplate } from '../providers/client-template.js';
import { type ClientEntry } from './client-entry.js';
import { documentSettings } from './document-schema.js';
import { importNote, type ImportNote } from './import-note.js';

/** A client that has the name of an entry already. */
export interface StandingClient {
  readonly row: OAuthClient;
  /** How many secrets it holds. */
  readonly secrets: number;
  /** Tokens that would need a new consent if they could not be refreshed any more. */
  readonly tokens: number;
}

/** What becomes of an entry. */
export type Plan =
  | { readonly verdict: 'added'; readonly settings: ClientSettings; readonly notes: readonly ImportNote[] }
  | {
      readonly verdict: 'replaced';
      readonly standing: StandingClient;
      readonly settings: ClientSettings;
      /** Another origin of the token endpoint: tokens need a new consent. */
      readonly moved: boolean;
      /** More mail servers may be shown its tokens. */
      readonly widened: boolean;
      /** Names of what changes. */
      readonly changes: readonly string[];
      readonly notes: readonly ImportNote[];
    }
  | { readonly verdict: 'skipped'; readonly standing: StandingClient };

/**
 * Decides what becomes of an entry. Problems: `template-unknown`, `template-fixed`, `flow-fixed`,
 * `secret-required-for-new-origin`, `secret-required-for-new-host`, and those of the settings of a client.
 */
export function planEntry(
  entry: ClientEntry,
  standing: StandingClient | undefined,
  overwrite: boolean,
): Plan {
  const template = templateNamed(entry.template);
  if (!standing) return planNew(entry, template);
  if (!overwrite) return { verdict: 'skipped', standing };
  requireSameKind(entry, standing.row);
  const settings = changedSettings(template, settingsOf(standing.row), entry.settings);
  const moved = originOf(standing.row.tokenEndpoint) !== originOf(settings.tokenEndpoint);
  const widened = hostsGained(standing.row, settings).length > 0;
  if (moved || widened) requireSecretsAgain(entry, standing, moved ? 'origin' : 'host');
  const changes = changesOf(entry, standing.row, settings);
  return {
    verdict: 'replaced',
    standing,
    settings,
    moved,
    widened,
    changes,
    notes: notesOf(entry, standing, moved, changes),
  };
}

function planNew(entry: ClientEntry, template: ClientTemplate): Plan {
  const { name, flow, settings: said } = entry;
  const input = { ...said, name, flow, template: template.id as NewClient['template'] };
  const settings = newSettings(template, input);
  const proved = (entry.secrets?.length ?? 0) > 0 || Boolean(entry.privateKey);
  return {
    verdict: 'added',
    settings,
    notes: [...entry.notes, ...(proved ? [] : [importNote('without-secret')])],
  };
}

function templateNamed(id: string): ClientTemplate {
  const template = clientTemplates.find((one) => one.id === id);
  if (!template) throw oauthProblem('template-unknown', { field: 'template', params: { template: id } });
  return template;
}

function requireSameKind({ template, flow }: ClientEntry, row: OAuthClient): void {
  if (template !== row.template)
    throw oauthProblem('template-fixed', { field: 'template', params: { template: row.template } });
  if (flow !== row.flow) throw oauthProblem('flow-fixed', { field: 'flow', params: { flow: row.flow } });
}

// What the client holds is bound to the old origin and to where its tokens may be shown, all of it.
function requireSecretsAgain(
  { secrets, privateKey }: ClientEntry,
  { row, secrets: held }: StandingClient,
  by: 'origin' | 'host',
): void {
  if (held > 0 && secrets === undefined)
    throw oauthProblem(`secret-required-for-new-${by}`, { field: 'secrets' });
  if (row.sealedPrivateKey !== null && privateKey === undefined)
    throw oauthProblem(`secret-required-for-new-${by}`, { field: 'privateKey' });
}

function settingsOf(row: OAuthClient): ClientSettings {
  const { name, template, flow } = row;
  const settings = Object.fromEntries(documentSettings.map((key) => [key, row[key]]));
  return { ...settings, name, template, flow } as ClientSettings;
}

function changesOf(
  { secrets, privateKey }: ClientEntry,
  row: OAuthClient,
  settings: ClientSettings,
): string[] {
  return [
    ...documentSettings.filter((key) => !sameValue(row[key], settings[key])),
    ...(secrets === undefined ? [] : ['secrets']),
    ...(privateKey === undefined ? [] : ['privateKey']),
  ];
}

function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
}

function notesOf(
  entry: ClientEntry,
  { secrets, tokens, row }: StandingClient,
  moved: boolean,
  changes: readonly string[],
): ImportNote[] {
  const keeps =
    (secrets > 0 && !entry.secrets) || (row.sealedPrivateKey !== null && entry.privateKey === undefined);
  return [
    ...entry.notes,
    ...(changes.length === 0 ? [importNote('unchanged')] : []),
    ...(keeps ? [importNote('secrets-kept')] : []),
    ...(moved && tokens > 0 && row.flow === 'authorization-code'
      ? [importNote('needs-consent', { tokens })]
      : []),
  ];
}
