import { SimpleGrid, UnstyledButton } from '@mantine/core';
import { type ClientTemplate } from '../api/shapes.js';
import { ChoiceFace } from '../furniture/choice-face.js';
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
            <ChoiceFace mark={<ProviderMark template={template.id} />} name={name} lead={lead} />
          </UnstyledButton>
        );
      })}
    </SimpleGrid>
  );
}
