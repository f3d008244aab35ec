import { Box, Button, Card, Group, PasswordInput, Stack, Switch, Text, Title } from '@mantine/core';
import { IconFileImport, IconListSearch } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem } from '../api/problem.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { useFocusKept } from '../furniture/use-focus-kept.js';
import { useJudged } from '../furniture/use-judged.js';
import { faultIn } from '../furniture/use-server-rules.js';
import { notifyDone } from '../furniture/notify.js';
import { words } from '../i18n/words.js';
import { ImportReport } from './import-report.js';
import { judgeImport, previewImport, runImport, type Upload } from './send-file.js';
import { isJudged, SourceFields } from './source-fields.js';

const texts = words.transfer.import;

/** Takes clients from a file: first shows what would become of each, then does it. */
export function ImportClients() {
  const queries = useQueryClient();
  const [bytes, setBytes] = useState<Upload['bytes'] | null>(null);
  const [pasted, setPasted] = useState('');
  const [overwrite, setOverwrite] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const findings = useJudged({ text: pasted, passphrase }, judgeImport, {
    when: isJudged(pasted),
  });
  const preview = useMutation({ mutationFn: previewImport });
  const run = useMutation({
    mutationFn: runImport,
    onSuccess: async ({ added, replaced }) => {
      preview.reset();
      await queries.invalidateQueries();
      notifyDone(texts.done(added + replaced));
    },
  });
  // Another file or another wish: what was shown is not true any more.
  const start = () => {
    preview.reset();
    run.reset();
  };
  const upload = bytes && { bytes, overwrite, passphrase };
  const looked = preview.data;
  const stored = run.data;
  const isBusy = preview.isPending || run.isPending;
  // To the report; where none came, to what tries again.
  const report = useFocusKept<HTMLDivElement>(isBusy);
  const again = useFocusKept<HTMLButtonElement>(isBusy);
  const problem = preview.error ?? run.error;
  return (
    <Card component="section" id="import" aria-labelledby="import-title">
      <Stack gap="md">
        <Title order={2} id="import-title">
          {texts.title}
        </Title>
        <Text c="dimmed">{texts.lead}</Text>
        <Stack gap="md" className="form-narrow">
          <SourceFields
            texts={texts}
            accept=".yaml,.yml,application/yaml,text/yaml"
            fault={faultIn(findings, 'source', pasted)}
            takenIn={stored !== undefined}
            onChange={(chosen, text) => {
              setBytes(chosen);
              setPasted(text);
              start();
            }}
          />
          <Switch
            label={texts.overwrite}
            description={texts.overwriteHint}
            checked={overwrite}
            onChange={({ currentTarget: { checked } }) => {
              setOverwrite(checked);
              start();
            }}
          />
          <PasswordInput
            label={texts.passphrase}
            description={texts.passphraseHint}
            autoComplete="off"
            value={passphrase}
            error={faultIn(findings, 'passphrase', passphrase)}
            onChange={({ currentTarget: { value } }) => {
              setPassphrase(value);
              start();
            }}
          />
        </Stack>
        {problem && <ProblemNote problem={asProblem(problem)} />}
        {!looked && !stored && (
          <div>
            <Button
              ref={again}
              disabled={!upload}
              loading={preview.isPending}
              leftSection={<IconListSearch size={18} aria-hidden />}
              onClick={() => upload && preview.mutate(upload)}
            >
              {texts.preview}
            </Button>
          </div>
        )}
        {(stored ?? looked) && (
          <Box ref={report} tabIndex={-1}>
            {looked && <ImportReport report={looked} stored={false} />}
            {stored && <ImportReport report={stored} stored />}
          </Box>
        )}
        {looked && looked.added + looked.replaced > 0 && (
          <Group>
            <Button
              loading={run.isPending}
              leftSection={<IconFileImport size={18} aria-hidden />}
              onClick={() => upload && run.mutate(upload)}
            >
              {texts.run(looked.added + looked.replaced)}
            </Button>
          </Group>
        )}
      </Stack>
    </Card>
  );
}
