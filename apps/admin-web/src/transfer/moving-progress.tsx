import { Button, Card, Group, Progress, Text } from '@mantine/core';
import { type MovingStep } from '../api/shapes.js';
import { words } from '../i18n/words.js';

const texts = words.movingIn;

/** How far moving in is, with a way to stop it. */
export function MovingProgress({ far, onStop }: { far: MovingStep | null; onStop: () => void }) {
  return (
    <Card component="section" aria-label={texts.title}>
      <Group justify="space-between" mb={6}>
        <Text size="sm" id="moving-in-progress" role="status">
          {far ? texts.going(far.done, far.of) : texts.reading}
        </Text>
        <Button size="xs" variant="default" onClick={onStop}>
          {texts.stop}
        </Button>
      </Group>
      <Progress.Root size="lg">
        <Progress.Section
          value={far ? (100 * far.done) / Math.max(1, far.of) : 100}
          animated={far === null}
          aria-labelledby="moving-in-progress"
        />
      </Progress.Root>
      <Text size="sm" c="dimmed" mt={6}>
        {texts.stopping}
      </Text>
    </Card>
  );
}
