import { Anchor, Box, Group, Text, ThemeIcon } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { Link } from 'react-router';
import { type components } from '../api/schema.gen.js';
import { words } from '../i18n/words.js';

type Need = components['schemas']['SenderSetUps']['oneMailbox'][number];

const { setUps } = words.senderPolicy;

/** What a configuration needs, and whether it is there. */
export function SetUpNeeds({ needs }: { needs: readonly Need[] }) {
  return (
    <Box component="ul" className="check-steps" aria-label={setUps.needs}>
      {needs.map((need) => (
        <li key={need.need}>
          <Group gap="sm" wrap="nowrap" align="flex-start">
            <Mark need={need} />
            <Box miw={0} flex={1}>
              <Text size="sm">{setUps.needWords[need.need]}</Text>
              {need.servers.length > 0 && (
                <Text size="sm" c="dimmed">
                  {need.servers.map(({ id, name }, place) => (
                    <span key={id}>
                      {place > 0 && ', '}
                      <Anchor component={Link} to={`/servers/${id}`}>
                        {name}
                      </Anchor>
                    </span>
                  ))}
                </Text>
              )}
            </Box>
          </Group>
        </li>
      ))}
    </Box>
  );
}

function Mark({ need: { met, optional } }: { need: Need }) {
  const label = met ? setUps.met : optional ? setUps.optional : setUps.missing;
  const color = met ? 'green.8' : optional ? 'gray.6' : 'red.8';
  return (
    <ThemeIcon size={20} radius="xl" color={color} role="img" aria-label={label}>
      {met && <IconCheck size={13} stroke={3} aria-hidden />}
      {!met && !optional && <IconX size={13} stroke={3} aria-hidden />}
    </ThemeIcon>
  );
}
