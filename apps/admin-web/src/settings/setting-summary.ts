import { type Setting } from '../api/shapes.js';
import { figure } from '../i18n/language.js';
import { words } from '../i18n/words.js';

const { installation } = words;

/** What a setting is at the moment, in a line. */
export function summaryOf({ key, value }: Pick<Setting, 'key' | 'value'>): string {
  if (Array.isArray(value)) return installation.connectionLimits.count(value.length);
  if (typeof value === 'number') return `${installation.settings[key].field}: ${figure(value)}`;
  if (typeof value !== 'string' || value === '') return installation.nothing;
  const said = installation.settings[key];
  const choices: Readonly<Record<string, string>> = 'choices' in said ? said.choices : {};
  return choices[value] ?? value;
}
