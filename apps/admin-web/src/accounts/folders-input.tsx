import { Button, Group, MultiSelect, Pill, Stack, TagsInput, Text } from '@mantine/core';
import { IconFolders } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { asProblem } from '../api/problem.js';
import { type MailboxFolder } from '../api/shapes.js';
import { type FieldProps } from '../furniture/field-props.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { words } from '../i18n/words.js';
import { type AccountFields, accountTrial } from './account-fields.js';
import { depthOf, folderHint } from './folder-words.js';

const { accounts } = words;
/** As many as a list can show at a time; the rest is found by typing. */
const SHOWN = 200;

/** Asks the server of what stands in the form for its folders. */
export function useFolders(id?: string) {
  return useMutation({
    mutationFn: (fields: AccountFields) =>
      answer(api.POST('/api/accounts/folders', { body: accountTrial(fields, id) })),
  });
}

interface FoldersInputProps {
  readonly form: { getValues(): AccountFields; getInputProps(path: 'folders'): FieldProps };
  readonly browse: ReturnType<typeof useFolders>;
}

/** The folders that are fetched: typed, or chosen among those that the server has. */
export function FoldersInput({ form, browse }: FoldersInputProps) {
  const known = browse.data?.items ?? [];
  const field = form.getInputProps('folders');
  return (
    <Stack gap="xs">
      {known.length === 0 ? (
        <TagsInput
          label={accounts.folders}
          description={accounts.foldersHint}
          renderPill={Chosen}
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
      renderPill={Chosen}
      renderOption={({ option }) => <Folder folder={folders.get(option.value)} path={option.value} />}
      {...field}
    />
  );
}

/** A folder that was chosen; the keyboard comes to the button that takes it away again. */
function Chosen({ value = '', onRemove }: { value?: string; onRemove?: () => void }) {
  const remove = { tabIndex: 0, 'aria-hidden': false, 'aria-label': accounts.removeFolder(value) };
  return (
    <Pill withRemoveButton {...(onRemove ? { onRemove } : {})} removeButtonProps={remove}>
      {value}
    </Pill>
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
