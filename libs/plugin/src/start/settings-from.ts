import { publicUrlFault, Settings, type SettingValue } from '@mailroom/kernel';
import { type CheckedOptions } from './options.js';
import { needsPublicUrl } from './start-refusal.js';

/** What a start finds besides the options. */
export interface Found {
  /** Settings that admins stored, by key. */
  readonly stored: ReadonlyMap<string, SettingValue>;
  readonly mountPath: string;
  /** False in a process without an HTTP server. */
  readonly servesHttp: boolean;
}

/**
 * What this process goes by: options first, then what is stored. Throws StartRefusal without a usable public URL, except
 * where nothing is served and nothing worked at: there the command line may set one.
 */
export function settingsFrom(options: CheckedOptions, { stored, mountPath, servesHttp }: Found): Settings {
  const { work, maxConnections, privateNetworks } = options;
  const commandOnly = !work && !servesHttp;
  const said = options.publicUrl ?? (stored.get('public-url') as string | undefined);
  return new Settings({
    work,
    maxConnections,
    privateNetworks,
    mountPath,
    commandOnly,
    publicUrl: usable(said, commandOnly),
    fixed: options.fixed,
    atStart: { 'public-url': said ?? null },
  });
}

// The option was checked before: what is unusable here was stored.
function usable(said: string | undefined, commandOnly: boolean): URL | null {
  const fault = said === undefined ? null : publicUrlFault(said);
  if (said !== undefined && !fault) return new URL(said);
  if (commandOnly) return null;
  throw needsPublicUrl(said !== undefined && fault ? { setting: said, fault } : null);
}
