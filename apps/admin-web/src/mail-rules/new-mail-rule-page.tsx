import { useState } from 'react';
import { Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { answer, api } from '../api/api.js';
import { type ProblemAnswer } from '../api/problem.js';
import { showAtField } from '../furniture/form-problem.js';
import { notifyDone } from '../furniture/notify.js';
import { Page } from '../furniture/page.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { nothingUnsaved } from '../furniture/unsaved.js';
import { words } from '../i18n/words.js';
import { emptyRule, ruleInput, type RuleFields, validRule } from './rule-fields.js';
import { RuleForm } from './rule-form.js';
import { RuleTrialBox } from './rule-trial-box.js';
import { useRuleDraft } from './use-rule-draft.js';

const { mailRules } = words;

/** Adds a rule, last in the order. */
export function NewMailRulePage() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const form = useForm<RuleFields>({ initialValues: emptyRule(), validate: validRule });
  const draft = useRuleDraft(form);
  const create = useMutation({
    mutationFn: (fields: RuleFields) => answer(api.POST('/api/mail-rules', { body: ruleInput(fields) })),
    onMutate: () => setProblem(null),
    onSuccess: async ({ name }) => {
      await queries.invalidateQueries({ queryKey: ['mail-rules'] });
      notifyDone(mailRules.added(name));
      nothingUnsaved();
      await navigate('/mail-rules');
    },
    onError: (error) => setProblem(showAtField(form, error)),
  });
  return (
    <Page title={mailRules.add} lead={mailRules.addLead} back={{ to: '/mail-rules', label: mailRules.title }}>
      <Stack gap="lg">
        <RuleForm form={form} onSubmit={(fields) => create.mutate(fields)}>
          {problem && <ProblemNote problem={problem} />}
          <Group>
            <Button type="submit" loading={create.isPending}>
              {mailRules.add}
            </Button>
          </Group>
        </RuleForm>
        <RuleTrialBox draft={draft} />
      </Stack>
    </Page>
  );
}
