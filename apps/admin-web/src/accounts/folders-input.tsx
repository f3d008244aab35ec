import { Button, Group, MultiSelect, Stack, TagsInput, Text } from '@mantine/core';
import { IconFolders } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { asProblem } from '../api/problem.js';
import { type components } from '../api/schema.gen.js';
import { type MailboxFolder } from '../api/shapes.js';
import { type FieldProps } from '../furniture/field-props.js';
import { ChosenPill } from '../furniture/chosen-pill.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { words } from '../i18n/words.js';
import { depthOf, folderHint } from './folder-words.js';

const { accounts } = words;
/** As many as a list can show at a time; the rest is found by typing. */
const SHOWN = 200;

/** Asks the server of what stands in a form for its folders; `trialOf` makes a form what a test takes. */
export function useFolders<Fields>(trialOf: (fields: Fields) => components['schemas']['AccountTrial']) {
  return useMutation({
    mutationFn: (fields: Fields) => answer(api.POST('/api/accounts/folders', { body: trialOf(fields) })),
  });
}

interface FoldersInputProps<Fields extends { readonly folders: string[] }> {
  readonly form: { getValues(): Fields; getInputProps(path: 'folders'): FieldProps };
  readonly browse: ReturnType<typeof useFolders<Fields>>;
}

/** The folders that are fetched: typed, or chosen among those that the server has. */
export function FoldersInput<Fields extends { readonly folders: string[] }>({
  form,
  browse,
}: FoldersInputProps<Fields>) {
  const known = browse.data?.items ?? [];
  const field = form.getInputProps('folders');
  return (
    <Stack gap="xs">
      {known.length === 0 ? (
        <TagsInput
          label={accounts.folders}
          description={accounts.foldersHint}
          renderPill={ChosenPill}
          {...field}
        />
      ) : (
        <Chooser known={known} chosen={form.getValues().folders} field={field} />
      )}
      <Group gap="sm">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFolders size={16} aria-hidden />}
          loading={browse.isPending}
          onClick={() => browse.mutate(form.getValues())}
        >
          {accounts.browseFolders}
        </Button>
        <Text size="sm" c="dimmed" role="status">
          {browse.isSuccess ? accounts.foldersFound(known.length) : ''}
        </Text>
      </Group>
      {browse.isError && <ProblemNote problem={asProblem(browse.error)} />}
    </Stack>
  );
}

interface ChooserProps {
  readonly known: readonly MailboxFolder[];
  readonly chosen: readonly string[];
  readonly field: FieldProps;
}

function Chooser({ known, chosen, field }: ChooserProps) {
  const folders = new Map(known.map((folder) => [folder.path, folder]));
  const gone = chosen.filter((path) => !folders.has(path)).map((path) => ({ value: path, label: path }));
  const data = known.map(({ path, selectable }) => ({ value: path, label: path, disabled: !selectable }));
  return (
    <MultiSelect
      label={accounts.folders}
      description={accounts.foldersChooseHint}
      searchable
      limit={SHOWN}
      nothingFoundMessage={accounts.noSuchFolder}
      hidePickedOptions
      data={[...gone, ...data]}
      renderPill={ChosenPill}
      renderOption={({ option }) => <Folder folder={folders.get(option.value)} path={option.value} />}
      {...field}
    />
  );
}

function Folder({ folder, path }: { folder: MailboxFolder | undefined; path: string }) {
  if (!folder) return <Text size="sm">{path}</Text>;
  return (
    <Group justify="space-between" gap="sm" wrap="nowrap" flex={1} pl={depthOf(folder) * 16}>
      <Text size="sm" className="step-facts">
        {folder.name}
      </Text>
      <Text size="xs" c="dimmed">
        {folderHint(folder)}
      </Text>
    </Group>
  );
}
