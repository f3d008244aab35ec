import { Checkbox, Group, Stack, Textarea } from '@mantine/core';
import { type UseFormReturnType } from '@mantine/form';
import { type ClientTemplate } from '../api/shapes.js';
import { words } from '../i18n/words.js';
import { type ClientFields } from './client-fields.js';
import { Findings } from './findings.js';
import { scopeUses, usesOf, withUse } from './scope-builder.js';
import { type ClientFinding } from './use-findings.js';

const { clients } = words;

/** What a client may do, as boxes to tick where the template knows the words, and as the scope itself. */
export function ScopeFields({
  form,
  template,
  findings,
}: {
  form: UseFormReturnType<ClientFields>;
  template: ClientTemplate;
  findings: readonly ClientFinding[];
}) {
  return (
    <Stack gap="sm">
      <Boxes form={form} template={template} />
      <Textarea
        label={clients.scope}
        description={clients.scopeHint}
        autosize
        minRows={2}
        required
        spellCheck={false}
        {...form.getInputProps('scope')}
      />
      <Findings findings={findings} field="scope" />
    </Stack>
  );
}

function Boxes({ form, template }: { form: UseFormReturnType<ClientFields>; template: ClientTemplate }) {
  const { scopeWords } = template;
  if (!scopeWords) return null;
  const { scope } = form.values;
  const uses = usesOf(scope, scopeWords);
  const offered = scopeUses.filter((use) => scopeWords[use].length > 0);
  // Where one word is good for everything there is nothing to choose.
  if (new Set(offered.map((use) => scopeWords[use].join(' '))).size < 2) return null;
  return (
    <Checkbox.Group label={clients.scopeUse} description={clients.scopeUseHint} value={uses}>
      <Group mt="xs" gap="lg">
        {offered.map((use) => (
          <Checkbox
            key={use}
            value={use}
            label={clients.scopeUses[use]}
            onChange={({ currentTarget: { checked } }) =>
              form.setFieldValue('scope', withUse(scope, scopeWords, use, checked))
            }
          />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
