import { Group, SimpleGrid, Text, UnstyledButton } from '@mantine/core';
import { type ClientTemplate } from '../api/shapes.js';
import { words } from '../i18n/words.js';
import { ProviderMark } from './provider-mark.js';

/** Which provider the client is registered at; the first question of all. */
export function TemplateChoice({
  templates,
  onChoose,
}: {
  templates: readonly ClientTemplate[];
  onChoose: (template: ClientTemplate) => void;
}) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} component="section" aria-label={words.clients.chooseTemplate}>
      {templates.map((template) => {
        const { name, lead } = words.clients.templates[template.id] ?? { name: template.id, lead: '' };
        return (
          <UnstyledButton key={template.id} className="choice" onClick={() => onChoose(template)}>
            <Group gap="sm" wrap="nowrap" align="flex-start">
              <ProviderMark template={template.id} />
              <div>
                <Text fw={600}>{name}</Text>
                <Text size="sm" c="dimmed">
                  {lead}
                </Text>
              </div>
            </Group>
          </UnstyledButton>
        );
      })}
    </SimpleGrid>
  );
}
