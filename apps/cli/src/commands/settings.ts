import { type Command } from 'commander';
import { settingText, StoredSettings, type Setting } from '@mailroom/kernel';
import { type Errand } from './errand.js';

/** `settings get` and `settings set`. */
export function settingCommands(program: Command, errand: Errand): void {
  const settings = program.command('settings').description('What admins decide; options of the host win');

  settings
    .command('get')
    .description('one setting, or all of them')
    .argument('[key]', 'e.g. public-url')
    .action(async (key?: string) => {
      const stored = await errand.get(StoredSettings);
      if (key === undefined) {
        errand.screen.list(await stored.list(), COLUMNS, 'There are no settings.');
        return;
      }
      const setting = await stored.get(key);
      errand.screen.result(setting, textOf(setting, ''));
    });

  settings
    .command('set')
    .description('store a setting')
    .argument('<key>', 'e.g. public-url')
    .argument('[value]', 'e.g. https://desk.example; lists in JSON')
    .option('--unset', 'take the stored value away')
    .option(
      '--moved',
      'public-url: this very installation moves there; without it a move is taken for a copy',
    )
    .action(async (key: string, value: string | undefined, how: { unset?: true; moved?: true }) => {
      if ((value === undefined) === (how.unset === undefined)) errand.misused('Name a value, or --unset.');
      const changed = { [key]: value ?? null };
      const stored = await errand.get(StoredSettings);
      await stored.set(changed, errand.actor, { moving: how.moved ?? false });
      const setting = await stored.get(key);
      const when = setting.pending ? ', from the next start of each process on' : '';
      errand.screen.result(setting, `${key} is ${textOf(setting, 'not set')}${when}.`);
    });
}

function textOf({ value }: Setting, nothing: string): string {
  return value === null ? nothing : String(settingText(value));
}

const COLUMNS = {
  Setting: ({ key }: Setting) => key,
  Value: (setting: Setting) => textOf(setting, ''),
  'Decided by': ({ source }: Setting) => source,
  Pending: ({ pending }: Setting) => (pending ? 'until the next start' : ''),
};
