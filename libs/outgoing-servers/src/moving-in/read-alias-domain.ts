import {
  needed,
  readRow,
  wholeNumber,
  type ForeignReading,
  type ForeignRow,
  type ForeignValue,
  type RowReading,
} from '@mailroom/kernel';
import { normalRules } from '../sender-policy/policy-schema.js';
import { NO_RULES } from '../routing/sender-rules.js';

/** A domain that Odoo sends from, with the local parts of its addresses. */
export interface AliasDomain {
  readonly domain: string;
  readonly sequence: number;
  readonly name: ForeignValue;
  readonly bounce: ForeignValue | null;
  readonly defaultFrom: ForeignValue | null;
}

/** What a row says about such a domain. */
export type AliasDomainReading = ForeignReading<AliasDomain>;

const USUAL_SEQUENCE = 10;

/** A row of Odoo's `mail.alias.domain`, by the technical names of its fields or their English labels. */
export function readAliasDomain(row: ForeignRow): AliasDomainReading {
  return readRow(row, row.text('name', 'Name'), read);
}

function read(reading: RowReading): AliasDomain | null {
  const { row } = reading;
  const bounce = row.value('bounce_alias', 'Bounce Alias');
  const catchall = row.value('catchall_alias', 'Catchall Alias');
  const defaultFrom = row.value('default_from', 'Default From Alias');
  // The same once more, with the domain.
  row.value('bounce_email', 'catchall_email', 'default_from_email', 'Default From');
  const sequence = wholeNumber(row.value('sequence', 'Sequence')) ?? USUAL_SEQUENCE;
  // A further company of the domain above stands on a line of its own.
  if (!bounce && !catchall && row.text('name', 'Name') === null) return null;
  const name = needed(row, 'name', 'Name');
  const { catchallDomain } = normalRules({ ...NO_RULES, catchallDomain: name.text });
  const domain = catchallDomain ?? name.text;
  if (catchall) reading.say('replies-come-to', { address: `${catchall.text}@${domain}` });
  return { domain, sequence, name, bounce, defaultFrom };
}
