import { type components } from '../api/schema.gen.js';
import { type MailRule } from '../api/shapes.js';
import { words } from '../i18n/words.js';

type Schemas = components['schemas'];
type Condition = Schemas['MailRule']['conditions'][number];

/** A condition under edit: all that any kind of it may need. */
export interface ConditionFields {
  /** For React alone: rows come and go. */
  readonly key: string;
  readonly field: Condition['field'];
  readonly not: boolean;
  readonly name: string;
  readonly match: string;
  readonly value: string;
  readonly kib: number | string;
  readonly accountId: string;
  readonly method: string;
  readonly result: string;
}

/** What stands in the form of a rule. */
export interface RuleFields {
  readonly name: string;
  readonly match: 'all' | 'any';
  readonly conditions: readonly ConditionFields[];
  readonly then: MailRule['actions']['then'];
  readonly destination: string;
  readonly priority: string;
  readonly tags: string[];
  readonly unlimited: boolean;
}

const EMPTY = {
  not: false,
  name: '',
  match: 'contains',
  value: '',
  kib: 1_024,
  accountId: '',
  method: 'dmarc',
  result: 'fail',
};

let rows = 0;

/** One more condition, to be filled in. */
export function emptyCondition(): ConditionFields {
  return { ...EMPTY, key: `new-${(rows += 1)}`, field: 'subject' };
}

/** An empty form. */
export function emptyRule(): RuleFields {
  const conditions = [emptyCondition()];
  const actions = { then: 'continue', destination: '', priority: '', tags: [], unlimited: false } as const;
  return { name: '', match: 'all', conditions, ...actions, tags: [] };
}

/** The form of a rule. */
export function fieldsOf({ name, match, conditions, actions }: MailRule): RuleFields {
  return {
    name,
    match,
    conditions: conditions.map((condition, index) => ({
      ...EMPTY,
      ...condition,
      key: `stored-${index}`,
      ...(condition.field === 'size' ? { kib: Math.round(condition.bytes / 1_024) } : {}),
    })),
    then: actions.then,
    destination: actions.destination ?? '',
    priority: actions.priority ?? '',
    tags: actions.tags,
    unlimited: actions.unlimited,
  };
}

/** The form as the API takes it. */
export function ruleInput(fields: RuleFields): Schemas['NewMailRule'] {
  const { name, match, conditions, then, destination, priority, tags, unlimited } = fields;
  return {
    name,
    match,
    conditions: conditions.map(conditionInput),
    actions: {
      then,
      destination: destination === '' ? null : destination,
      priority: priority === '' ? null : (priority as 'high' | 'normal' | 'low'),
      tags,
      unlimited,
    },
  };
}

function conditionInput(condition: ConditionFields): Condition {
  const { field, not, name, match, value, kib, accountId, method, result } = condition;
  switch (field) {
    case 'automatic':
      return { field, not };
    case 'account':
      return { field, not, accountId };
    case 'authentication':
      return { field, not, method, result } as Condition;
    case 'size':
      return { field, not, match: match === 'under' ? 'under' : 'over', bytes: Number(kib) * 1_024 };
    case 'header':
      return { field, not, name, match, value: match === 'exists' ? '' : value } as Condition;
    case 'from':
    case 'recipient':
    case 'to':
    case 'cc':
    case 'reply-to':
    case 'subject':
    case 'body':
    case 'attachment':
      return { field, not, match: match === 'exists' ? 'contains' : match, value } as Condition;
  }
}

const filled = (value: string) => (value.trim() === '' ? words.rules.required : null);

const TEXTS: ReadonlySet<string> = new Set([
  'from',
  'recipient',
  'to',
  'cc',
  'reply-to',
  'subject',
  'body',
  'attachment',
  'header',
]);

const at = ({ conditions }: RuleFields, path: string): ConditionFields | undefined =>
  conditions[Number(path.split('.')[1])];

/** The rules of the form that need no server. */
export const validRule = {
  name: filled,
  conditions: {
    value: (value: string, fields: RuleFields, path: string) => {
      const { field = 'automatic', match } = at(fields, path) ?? {};
      return TEXTS.has(field) && match !== 'exists' ? filled(value) : null;
    },
    name: (value: string, fields: RuleFields, path: string) =>
      at(fields, path)?.field === 'header' ? filled(value) : null,
    accountId: (value: string, fields: RuleFields, path: string) =>
      at(fields, path)?.field === 'account' ? filled(value) : null,
  },
};
