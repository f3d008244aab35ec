import { type AuditEvent } from '../api/shapes.js';
import { fill } from '../i18n/fill.js';
import { figure } from '../i18n/language.js';
import { moment } from '../i18n/moment.js';
import { saysOf } from '../i18n/sentence.js';
import { auditSentences, bannerSentences, words } from '../i18n/words.js';

type Value = AuditEvent['details'][string];
type Words = Readonly<Record<string, string>>;

const { audit, installation } = words;
const LABELS: Words = audit.details;
const ORDER = Object.keys(LABELS);
const FIELDS: Words = audit.fields;
const BANNERS: Words = bannerSentences;
const MOVED: Words = words.movingIn.kinds;
const SETTINGS: Readonly<Record<string, { readonly title: string; readonly choices?: Words }>> =
  installation.settings;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** Codes that a detail can be, in words, by the name of the detail. */
const CODES: Readonly<Record<string, Words>> = {
  from: audit.codes.states,
  to: audit.codes.states,
  state: audit.codes.states,
  class: audit.codes.classes,
  flow: audit.codes.flows,
  by: audit.codes.bys,
  secrets: audit.codes.secrets,
  why: audit.codes.whys,
  outcome: audit.codes.outcomes,
  because: audit.codes.reasons,
  format: audit.codes.formats,
  subjectKind: audit.kinds,
  action: auditSentences,
};

/**
 * The facts of an event as people read them, one text each, what was before what is; what has no word keeps its name. The client
 * is not among them: its id says nothing, and a link leads to it.
 */
export function detailsOf(event: Pick<AuditEvent, 'details' | 'subject'>): string[] {
  return Object.entries(event.details)
    .filter(([name, value]) => name !== 'client' && value !== null && value !== '')
    .toSorted(([one], [other]) => ORDER.indexOf(one) - ORDER.indexOf(other))
    .map(([name, value]) => `${LABELS[name] ?? name}: ${said(name, value, event.subject)}`);
}

function said(name: string, value: Value, subject: AuditEvent['subject']): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return figure(value);
  const text = String(value);
  if (INSTANT.test(text)) return moment(new Date(text));
  return spoken(name, text, subject) ?? text;
}

function spoken(name: string, text: string, subject: AuditEvent['subject']): string | undefined {
  switch (name) {
    case 'fields':
      return text
        .split(', ')
        .map((field) => FIELDS[field] ?? field)
        .join(', ');
    case 'code':
    case 'problem':
      return codeInWords(text);
    case 'kind':
      return subject.kind === 'banner' ? sentenceOf(BANNERS[text]) : MOVED[text];
    case 'former':
    case 'value':
      return SETTINGS[subject.name]?.choices?.[text];
    default:
      return CODES[name]?.[text];
  }
}

// What the sentence was about stands beside it as the subject.
function sentenceOf(sentence: string | undefined): string | undefined {
  return sentence === undefined ? undefined : fill(sentence);
}

// The code stays beside the sentence: it is what people look up.
function codeInWords(code: string): string | undefined {
  const says = saysOf(code);
  return says === undefined ? undefined : `${says.replace(/\.$/, '')} (${code})`;
}
