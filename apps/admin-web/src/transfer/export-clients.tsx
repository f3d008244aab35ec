import { Button, Card, Checkbox, PasswordInput, Radio, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconDownload } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { answer, api } from '../api/api.js';
import { type ProblemAnswer } from '../api/problem.js';
import { sessionQuery } from '../api/queries.js';
import { focusFault, showAtField } from '../furniture/form-problem.js';
import { notifyDone } from '../furniture/notify.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { useFocusKept } from '../furniture/use-focus-kept.js';
import { words } from '../i18n/words.js';
import { emptyExport, exportOrder, SECRET_MANNERS, validExport, type ExportFields } from './export-fields.js';
import { saveFile } from './save-file.js';

const texts = words.transfer.export;

/** Takes all clients along as a file, with their secrets in one of three manners. */
export function ExportClients() {
  const [parameters] = useSearchParams();
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const form = useForm<ExportFields>({
    initialValues: emptyExport(parameters.get('secrets')),
    validate: validExport,
  });
  const run = useMutation({
    mutationFn: (fields: ExportFields) =>
      answer(api.POST('/api/clients/export', { body: exportOrder(fields), parseAs: 'blob' })),
    onMutate: () => setProblem(null),
    onSuccess: (file) => {
      saveFile('mailroom-clients.yaml', file as unknown as Blob);
      form.reset();
      notifyDone(texts.done);
    },
    onError: (error) => setProblem(showAtField(form, error)),
  });
  const again = useFocusKept<HTMLButtonElement>(run.isPending);
  const { secrets } = form.getValues();
  return (
    <Card component="section" id="export" aria-labelledby="export-title">
      <form onSubmit={form.onSubmit((fields) => run.mutate(fields), focusFault(form))} noValidate>
        <Stack gap="md" className="form-narrow">
          <Title order={2} id="export-title">
            {texts.title}
          </Title>
          <Text c="dimmed">{texts.lead}</Text>
          <Radio.Group label={texts.secrets} {...form.getInputProps('secrets')}>
            <Stack gap="xs" mt="xs">
              {SECRET_MANNERS.map((manner) => (
                <Radio
                  key={manner}
                  value={manner}
                  label={texts.manners[manner].label}
                  description={texts.manners[manner].says}
                />
              ))}
            </Stack>
          </Radio.Group>
          {secrets === 'sealed' && (
            <>
              <PasswordInput
                label={texts.passphrase}
                description={texts.passphraseHint}
                autoComplete="new-password"
                required
                {...form.getInputProps('passphrase')}
              />
              <PasswordInput
                label={texts.repeat}
                autoComplete="new-password"
                required
                {...form.getInputProps('repeat')}
              />
            </>
          )}
          {secrets === 'clear' && (
            <Checkbox label={texts.confirm} {...form.getInputProps('confirmed', { type: 'checkbox' })} />
          )}
          {problem && <ProblemNote problem={problem} actions={<ProveAgain problem={problem} />} />}
          <div>
            <Button
              type="submit"
              ref={again}
              loading={run.isPending}
              leftSection={<IconDownload size={18} aria-hidden />}
            >
              {texts.run}
            </Button>
          </div>
        </Stack>
      </form>
    </Card>
  );
}

/** The way to the place where the helpdesk asks who somebody is once more, and back to here. */
function ProveAgain({ problem }: { problem: ProblemAnswer }) {
  const { data: session } = useQuery(sessionQuery);
  if (problem.code !== 'reauthentication-required' || !session?.reauthenticatePath) return null;
  const back = `${window.location.pathname}?secrets=clear#export`;
  return (
    <Button
      component="a"
      size="xs"
      href={session.reauthenticatePath.replace('{returnTo}', encodeURIComponent(back))}
    >
      {texts.proveAgain}
    </Button>
  );
}
