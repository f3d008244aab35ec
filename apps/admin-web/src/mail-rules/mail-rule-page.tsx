import { useState } from 'react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { answer, api } from '../api/api.js';
import { type ProblemAnswer } from '../api/problem.js';
import { type MailRule } from '../api/shapes.js';
import { DeleteThing } from '../furniture/delete-thing.js';
import { showAtField } from '../furniture/form-problem.js';
import { Loaded } from '../furniture/loaded.js';
import { MomentText } from '../furniture/moment-text.js';
import { notifyDone } from '../furniture/notify.js';
import { Page } from '../furniture/page.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { words } from '../i18n/words.js';
import { fieldsOf, ruleInput, type RuleFields, validRule } from './rule-fields.js';
import { RuleForm } from './rule-form.js';
import { RuleTrialBox } from './rule-trial-box.js';
import { mailRuleQuery } from './rules-queries.js';
import { useRuleDraft } from './use-rule-draft.js';

const { mailRules } = words;

/** One rule: what it asks and does, how much mail it was about, its end. */
export function MailRulePage() {
  const { id = '' } = useParams();
  const query = useQuery(mailRuleQuery(id));
  return (
    <Page
      title={query.data?.name ?? mailRules.one}
      lead={query.data && <Hits rule={query.data} />}
      back={{ to: '/mail-rules', label: mailRules.title }}
    >
      <Loaded query={query}>{(rule) => <Whole key={rule.id} rule={rule} />}</Loaded>
    </Page>
  );
}

function Hits({ rule: { hits, lastHitAt } }: { rule: MailRule }) {
  return (
    <Text inherit>
      {mailRules.hits(hits)}
      {lastHitAt && (
        <>
          {mailRules.lastHit} <MomentText at={lastHitAt} past />
        </>
      )}
    </Text>
  );
}

function Whole({ rule }: { rule: MailRule }) {
  const queries = useQueryClient();
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const form = useForm<RuleFields>({ initialValues: fieldsOf(rule), validate: validRule });
  const draft = useRuleDraft(form, rule);
  const path = { id: rule.id };
  const change = useMutation({
    mutationFn: (fields: RuleFields) =>
      answer(api.PATCH('/api/mail-rules/{id}', { params: { path }, body: ruleInput(fields) })),
    onMutate: () => setProblem(null),
    onSuccess: async () => {
      notifyDone(words.saved);
      await queries.invalidateQueries({ queryKey: ['mail-rules'] });
    },
    onError: (error) => setProblem(showAtField(form, error)),
  });
  return (
    <Stack gap="lg">
      <RuleForm form={form} onSubmit={(fields) => change.mutate(fields)}>
        {problem && <ProblemNote problem={problem} />}
        <Group>
          <Button type="submit" loading={change.isPending}>
            {words.save}
          </Button>
        </Group>
      </RuleForm>
      <RuleTrialBox draft={draft} />
      <DeleteThing
        title={mailRules.deleteTitle(rule.name)}
        consequence={mailRules.deleteConsequence}
        label={mailRules.delete}
        run={() => answer(api.DELETE('/api/mail-rules/{id}', { params: { path } }))}
        done={mailRules.deleted(rule.name)}
        next="/mail-rules"
        stale={['mail-rules']}
      />
    </Stack>
  );
}
