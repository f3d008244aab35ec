import { Button, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { answer, api, ifMatch } from '../api/api.js';
import { type MailRule } from '../api/shapes.js';
import { ChangeProblem } from '../furniture/change-problem.js';
import { DeleteThing } from '../furniture/delete-thing.js';
import { Loaded } from '../furniture/loaded.js';
import { MomentText } from '../furniture/moment-text.js';
import { Page } from '../furniture/page.js';
import { useSavedChange } from '../furniture/saved-change.js';
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
  const form = useForm<RuleFields>({ initialValues: fieldsOf(rule), validate: validRule });
  const draft = useRuleDraft(form, rule);
  const path = { id: rule.id };
  const { change, ...saving } = useSavedChange(form, {
    thing: rule,
    current: () => answer(api.GET('/api/mail-rules/{id}', { params: { path } })),
    save: (fields, now) =>
      answer(
        api.PATCH('/api/mail-rules/{id}', {
          params: { path, header: ifMatch(now) },
          body: ruleInput(fields),
        }),
      ),
    fieldsOf,
    stale: 'mail-rules',
  });
  return (
    <Stack gap="lg">
      <RuleForm form={form} onSubmit={(fields) => change.mutate(fields)}>
        <ChangeProblem {...saving} />
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
