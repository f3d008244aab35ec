import { type MailRule } from '../api/shapes.js';
import { type ruleInput } from './rule-fields.js';

type Draft = ReturnType<typeof ruleInput>;

/** A rule of a chain: a stored one by its id, or one as it stands on the page. */
export interface ChainLink {
  readonly id?: string;
  readonly draft?: Draft;
}

/** All rules with what stands on the page in its place: that of the rule that is edited, or the last for a new one. */
export function chainWith(stored: readonly Pick<MailRule, 'id'>[], draft: Draft, id?: string): ChainLink[] {
  const edited = id === undefined ? { draft } : { id, draft };
  const chain = stored.map((rule) => (rule.id === id ? edited : { id: rule.id }));
  return chain.includes(edited) ? chain : [...chain, edited];
}
