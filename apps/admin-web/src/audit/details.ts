import { type AuditEvent } from '../api/shapes.js';
import { figure } from '../i18n/language.js';
import { words } from '../i18n/words.js';

const LABELS: Readonly<Record<string, string>> = words.audit.details;

/** The facts of an event as people read them, one text each; a fact without a word of its own keeps its name. */
export function detailsOf(details: AuditEvent['details']): string[] {
  return Object.entries(details)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${LABELS[name] ?? spelled(name)}: ${said(value)}`);
}

function said(value: AuditEvent['details'][string]): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  return typeof value === 'number' ? figure(value) : String(value);
}

/** `subjectKind` and `subject-kind` as `Subject kind`. */
function spelled(name: string): string {
  const apart = name.replace(/[-_]/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2');
  return apart.charAt(0).toUpperCase() + apart.slice(1).toLowerCase();
}
