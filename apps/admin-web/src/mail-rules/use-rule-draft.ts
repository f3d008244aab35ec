import { type UseFormReturnType } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { ApiProblem, asProblem, type ProblemAnswer } from '../api/problem.js';
import { type MailRule } from '../api/shapes.js';
import { focusFault, showAtField } from '../furniture/form-problem.js';
import { chainWith, type ChainLink } from './draft-chain.js';
import { ruleInput, type RuleFields } from './rule-fields.js';
import { mailRulesQuery } from './rules-queries.js';

/** What a trial asks of the form that it is for. */
export interface RuleDraft {
  /** False while the form is not filled in; the field at fault has the focus then. */
  ready(): boolean;
  /** The rules to try, the stored ones as they are now. */
  chain(): Promise<readonly ChainLink[]>;
  /** Shows a refusal at the field at fault; answers what is left to show elsewhere, or null. */
  refused(error: unknown): ProblemAnswer | null;
}

/** The rule of a form, to be tried before it is saved. */
export function useRuleDraft(form: UseFormReturnType<RuleFields>, rule?: MailRule): RuleDraft {
  const queries = useQueryClient();
  return {
    ready: () => {
      const { hasErrors, errors } = form.validate();
      if (hasErrors) focusFault(form)(errors);
      return !hasErrors;
    },
    chain: async () => {
      const { items } = await queries.fetchQuery(mailRulesQuery);
      const draft = { ...ruleInput(form.getValues()), ...(rule ? { enabled: rule.enabled } : {}) };
      return chainWith(items, draft, rule?.id);
    },
    refused: (error) => showAtField(form, atField(error)),
  };
}

// The server names the rule in the chain; the form holds one rule only.
function atField(error: unknown): unknown {
  const { field, ...problem } = asProblem(error);
  if (field === undefined) return error;
  return new ApiProblem({ ...problem, field: field.replace(/^rules\.\d+\.draft\./, '') }, 422);
}
