import { useEffect, useRef } from 'react';
import { Box, Button, Group, Stack, Text, ThemeIcon, UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type ClientTemplate } from '../api/shapes.js';
import { RedirectUri } from '../clients/redirect-uri.js';
import { CopyField } from '../furniture/copy-field.js';
import { OutwardButton } from '../furniture/outward-button.js';
import { type PortalPart } from '../i18n/en.js';
import { words } from '../i18n/words.js';
import { CopyWords } from './copy-words.js';
import { useSetUp } from './use-set-up.js';

const { portal } = words.setUp;

interface PortalPartProps {
  readonly part: PortalPart;
  readonly number: number;
  readonly standing: 'done' | 'here' | 'ahead';
  readonly template: ClientTemplate | null;
  readonly doneLabel: string;
  readonly onOpen: () => void;
  readonly onDone: () => void;
}

/** One thing to do at the provider: open while one is at it, a line before and after. */
export function PortalPartItem(props: PortalPartProps) {
  const { part, number, standing, onOpen } = props;
  const open = standing === 'here';
  const id = `portal-part-${number}`;
  const title = useFocusOnceHere(open);
  return (
    <li data-here={open || undefined}>
      <UnstyledButton
        ref={title}
        className="portal-part-title"
        aria-expanded={open}
        aria-controls={id}
        onClick={onOpen}
      >
        <ThemeIcon
          size={26}
          radius="xl"
          variant={standing === 'ahead' ? 'default' : 'filled'}
          color={standing === 'done' ? 'green.8' : 'enamel'}
          role={standing === 'done' ? 'img' : undefined}
          aria-label={standing === 'done' ? portal.partDone : undefined}
        >
          {standing === 'done' ? (
            <IconCheck size={16} stroke={3} aria-hidden />
          ) : (
            <span aria-hidden>{number}</span>
          )}
        </ThemeIcon>
        <Text span fw={600}>
          {part.title}
        </Text>
      </UnstyledButton>
      <div id={id}>{open && <Inside {...props} />}</div>
    </li>
  );
}

// The button that was pressed went with its part: the focus goes on to the next one.
function useFocusOnceHere(here: boolean) {
  const title = useRef<HTMLButtonElement>(null);
  const before = useRef(here);
  useEffect(() => {
    if (here && !before.current) title.current?.focus();
    before.current = here;
  }, [here]);
  return title;
}

function Inside({ part, template, doneLabel, onDone }: PortalPartProps) {
  const { does, why, at, literal = [] } = part;
  return (
    <Stack gap="md" className="portal-part-inside">
      <Box component="ul" className="portal-clicks">
        {does.map((line) => (
          <li key={line}>
            {line}
            {line.endsWith(':') && <CopyWords texts={literal} />}
          </li>
        ))}
      </Box>
      <Copies part={part} template={template} />
      <Text size="sm" c="dimmed">
        <Text span fw={600} inherit>
          {portal.why}
        </Text>{' '}
        {why}
      </Text>
      <Group gap="sm">
        <Button onClick={onDone}>{doneLabel}</Button>
        {at !== undefined && <OutwardButton href={at} label={portal.open} />}
      </Group>
    </Stack>
  );
}

function Copies({ part: { copies }, template }: Pick<PortalPartProps, 'part' | 'template'>) {
  const { at } = useSetUp();
  switch (copies) {
    case 'redirect-uri':
      return template && <RedirectUri template={template.id} />;
    case 'smtp-line':
      return (
        <CopyField
          label={portal.smtpLine}
          value={`Set-CASMailbox -Identity ${quoted(at('address'))} -SmtpClientAuthenticationDisabled $false`}
        />
      );
    case undefined:
      return null;
  }
}

// Every kind of apostrophe ends a text in single quotes in PowerShell.
function quoted(address: string): string {
  return `'${(address.trim() || '<mailbox>').replace(/['‘’‚‛]/g, '$&$&')}'`;
}
