import { Card, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { words } from '../i18n/words.js';
import { DestinationField } from '../mail-rules/destination-field.js';
import { type Moving } from './send-moving.js';

const texts = words.movingIn;

interface QueuePlacesProps {
  readonly queues: readonly string[];
  readonly chosen: Moving['queues'];
  readonly onChoose: (queue: string, destination: string) => void;
}

/** Asks where mail of queues goes that the helpdesk has no place for by that name. */
export function QueuePlaces({ queues, chosen, onChoose }: QueuePlacesProps) {
  return (
    <Card component="section" aria-labelledby="queues-title">
      <Stack gap="sm">
        <Title order={2} size="h4" id="queues-title">
          {texts.queues}
        </Title>
        <Text c="dimmed">{texts.queuesLead}</Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {queues.map((queue) => (
            <DestinationField
              key={queue}
              label={texts.queue(queue)}
              nothing={texts.noPlace}
              field={{
                value: chosen[queue] ?? '',
                onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
                  onChoose(queue, currentTarget.value),
              }}
            />
          ))}
        </SimpleGrid>
      </Stack>
    </Card>
  );
}
