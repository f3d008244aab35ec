import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { clientQuery, templatesQuery } from '../api/queries.js';
import { type Client, type ClientTemplate } from '../api/shapes.js';
import { goneTemplate } from '../clients/gone-template.js';
import { Loaded } from '../furniture/loaded.js';
import { Page } from '../furniture/page.js';
import { words } from '../i18n/words.js';
import { AdmissionStep } from './admission-step.js';
import { ChooseProvider } from './choose-provider.js';
import { type Choice, choiceOf } from './choices.js';
import { ClientStep } from './client-step.js';
import { ConnectStep } from './connect-step.js';
import { MailStep } from './mail-step.js';
import { MailboxStep } from './mailbox-step.js';
import { PortalStep } from './portal-step.js';
import { type Step, stepAt, stepsOf } from './steps.js';
import { progressOf, useSetUp } from './use-set-up.js';
import { Way } from './way.js';

const { setUp } = words;

/** The whole way, from a provider that knows nothing of the helpdesk to the first mail: one step after another. */
export function SetUpPage() {
  const templates = useQuery(templatesQuery);
  const { at } = useSetUp();
  const client = useQuery({ ...clientQuery(at('client')), enabled: at('client') !== '' });
  return (
    <Page title={setUp.title} lead={setUp.lead}>
      <Loaded query={templates}>
        {({ items }) =>
          at('client') === '' ? (
            <Walk templates={items} client={null} />
          ) : (
            <Loaded query={client}>{(found) => <Walk templates={items} client={found} />}</Loaded>
          )
        }
      </Loaded>
    </Page>
  );
}

interface WalkProps {
  readonly templates: readonly ClientTemplate[];
  readonly client: Client | null;
}

function Walk({ templates, client }: WalkProps) {
  const { at } = useSetUp();
  const choice = choiceOf(at('with'), templates);
  const template = templates.find(({ id }) => id === (client?.template ?? choice?.template)) ?? null;
  const provider = template?.provider ?? goneTemplate.provider;
  const flow = client?.flow ?? template?.flow;
  const steps = stepsOf(choice, flow ? { provider, flow } : null);
  const step = stepAt(at('step'), steps, progressOf({ at }, choice));
  return (
    <Stack gap="lg">
      <Way steps={steps} step={step} choice={choice} />
      <Content key={step} {...{ step, steps, choice, client, template, templates }} />
    </Stack>
  );
}

interface ContentProps extends WalkProps {
  readonly step: Step;
  readonly steps: readonly Step[];
  readonly choice: Choice | null;
  readonly template: ClientTemplate | null;
}

function Content({ step, steps, choice, client, template, templates }: ContentProps) {
  if (step === 'provider' || choice === null) return <ChooseProvider templates={templates} />;
  const given = { steps, choice, template };
  switch (step) {
    case 'portal':
      return <PortalStep {...given} />;
    case 'client':
      return template && <ClientStep {...given} template={template} client={client} />;
    case 'admission':
      return client && <AdmissionStep {...given} client={client} />;
    case 'connect':
      return client && <ConnectStep {...given} client={client} />;
    case 'mailbox':
      return <MailboxStep {...given} />;
    case 'mail':
      return <MailStep />;
  }
}
