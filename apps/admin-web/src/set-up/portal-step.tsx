import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from 'react-router';
import { clientsQuery, sessionQuery } from '../api/queries.js';
import { type ClientTemplate } from '../api/shapes.js';
import { emptyFields } from '../clients/client-fields.js';
import { Findings } from '../clients/findings.js';
import { useFindings } from '../clients/use-findings.js';
import { usePart } from '../furniture/missing-parts.js';
import { DocLink } from '../furniture/problem-code.js';
import { type PortalPart } from '../i18n/en.js';
import { portalParts, words } from '../i18n/words.js';
import { PortalPartItem } from './portal-part.js';
import { StepFrame } from './step-frame.js';
import { type StepProps } from './step-props.js';
import { nextStep } from './steps.js';
import { useSetUp } from './use-set-up.js';

const { portal } = words.setUp;
const OFFERED = 5;

/** Everything to be done at the provider, one thing after another; where one is stands in the address. */
export function PortalStep({ steps, choice, template }: StepProps) {
  const { at, note, go } = useSetUp();
  const parts = partsOf(choice.id, template);
  const here = Math.min(Number(at('part')) || 0, parts.length - 1);
  const goTo = (part: number) =>
    part < parts.length ? note({ part: String(part) }) : go(nextStep('portal', steps));
  return (
    <StepFrame title={portal.title} lead={portal.lead}>
      <Stack gap="lg" className="form-narrow">
        {template && <Registered template={template} />}
        {template && template.authorizationEndpoint !== null && <RedirectProblems template={template} />}
        <ol className="portal-parts">
          {parts.map((part, index) => (
            <PortalPartItem
              key={part.title}
              part={part}
              number={index + 1}
              standing={index === here ? 'here' : index < here ? 'done' : 'ahead'}
              template={template}
              doneLabel={index + 1 < parts.length ? portal.done : lastLabel(template)}
              onOpen={() => goTo(index)}
              onDone={() => goTo(index + 1)}
            />
          ))}
        </ol>
        <Text size="sm" c="dimmed">
          <DocLink page={pageOf(template)} />
        </Text>
      </Stack>
    </StepFrame>
  );
}

function partsOf(choice: string, template: ClientTemplate | null): readonly PortalPart[] {
  return portalParts[choice] ?? portalParts[template?.id ?? ''] ?? portalParts['custom'] ?? [];
}

function lastLabel(template: ClientTemplate | null): string {
  return template === null ? portal.lastPassword : portal.last;
}

function pageOf(template: ClientTemplate | null): string {
  if (template === null) return 'mail-accounts.md';
  const page = `providers/${template.id.replace(/-(gcc-high|dod|china)/, '')}.md`;
  return words.problem.pages[page] === undefined ? 'providers/custom.md' : page;
}

/** Whoever has been here before need not register again. */
function Registered({ template: { id } }: { template: ClientTemplate }) {
  const { go } = useSetUp();
  const { data } = usePart(clientsQuery({ validity: 'valid', limit: 100 }));
  const clients = (data?.items ?? []).filter(({ template }) => template === id).slice(0, OFFERED);
  if (clients.length === 0) return null;
  return (
    <Group gap="sm">
      <Text size="sm">{portal.registered}</Text>
      {clients.map((client) => (
        <Button
          key={client.id}
          size="xs"
          variant="default"
          onClick={() => go('connect', { client: client.id, token: '' })}
        >
          {portal.useRegistered(client.name)}
        </Button>
      ))}
    </Group>
  );
}

/** What the provider would have against the address that it sends browsers back to. */
function RedirectProblems({ template }: { template: ClientTemplate }) {
  const findings = useFindings(emptyFields(template), template);
  const { data: session } = usePart(sessionQuery);
  const there = session && new URL(session.publicUrl).origin;
  const here = window.location.origin;
  return (
    <>
      <Findings findings={findings} field="redirectUri" />
      {there !== undefined && there !== here && (
        <Alert
          color="yellow"
          variant="light"
          icon={<IconAlertTriangle aria-hidden />}
          title={portal.publicUrlTitle}
        >
          {portal.publicUrl(here, there)}{' '}
          <Anchor component={Link} to="/settings?open=public-url" inherit>
            {portal.toSettings}
          </Anchor>
        </Alert>
      )}
    </>
  );
}
