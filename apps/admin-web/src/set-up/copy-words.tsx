import { Button, Group } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useCopy } from '../furniture/use-copy.js';
import { words } from '../i18n/words.js';

/** Words as they are at the provider; each is copied by a click on it. */
export function CopyWords({ texts }: { texts: readonly string[] }) {
  return (
    <Group gap={6} mt={6}>
      {texts.map((text) => (
        <CopyWord key={text} text={text} />
      ))}
    </Group>
  );
}

function CopyWord({ text }: { text: string }) {
  const { copied, copy } = useCopy(text);
  return (
    <Button
      size="compact-sm"
      variant="default"
      className="copy-word"
      onClick={copy}
      aria-label={copied ? `${words.copied}: ${text}` : words.copyThing(text)}
      rightSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
    >
      {text}
    </Button>
  );
}
