import { Anchor, Button, Card, NativeSelect, Stack, Text } from '@mantine/core';
import { IconDownload, IconListSearch, IconTruckDelivery } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem } from '../api/problem.js';
import { type MovingReport } from '../api/shapes.js';
import { Page } from '../furniture/page.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { useFocusKept } from '../furniture/use-focus-kept.js';
import { useJudged } from '../furniture/use-judged.js';
import { faultIn } from '../furniture/use-server-rules.js';
import { words } from '../i18n/words.js';
import { mount } from '../mount.js';
import { MovingProgress } from './moving-progress.js';
import { MovingRows } from './moving-rows.js';
import { QueuePlaces } from './queue-places.js';
import { movingReportText } from './report-text.js';
import { saveFile } from './save-file.js';
import { judgeMoving, previewMoving, type Moving } from './send-moving.js';
import { isJudged, SourceFields } from './source-fields.js';
import { useMoveIn } from './use-move-in.js';

const texts = words.movingIn;
const KINDS = Object.keys(texts.kinds) as MovingReport['kind'][];

/** What another system exported: first what would become of each row, then it moves in, and the report may be kept. */
export function MovingInPage() {
  const [bytes, setBytes] = useState<Moving['bytes'] | null>(null);
  const [pasted, setPasted] = useState('');
  const [kind, setKind] = useState<Moving['kind']>('');
  const [queues, setQueues] = useState<Moving['queues']>({});
  const findings = useJudged({ text: pasted, kind }, judgeMoving, { when: isJudged(pasted) });
  const preview = useMutation({ mutationFn: previewMoving });
  const run = useMoveIn(() => preview.reset());
  // Another file or another wish: what was shown is not true any more.
  const start = () => {
    preview.reset();
    run.reset();
  };
  const place = (queue: string, destination: string) => {
    const chosen = { ...queues, [queue]: destination };
    setQueues(chosen);
    if (bytes) preview.mutate({ bytes, kind, queues: chosen });
  };
  const moving = bytes && { bytes, kind, queues };
  // It may have been done at that very moment: what is true now is looked up.
  const stop = () => {
    run.stop();
    if (moving) preview.mutate(moving);
  };
  const [looked, stored] = [preview.data, run.data];
  const next = useFocusKept<HTMLButtonElement>(run.isPending || preview.isPending);
  const problem = preview.error ?? run.error;
  const asked = [...new Set([...Object.keys(queues), ...(looked?.queues ?? [])])];
  return (
    <Page title={texts.title} lead={<Lead />} back={{ to: '/transfer', label: words.transfer.title }}>
      <Card component="section" aria-label={texts.file}>
        <Stack gap="md" className="form-narrow">
          <SourceFields
            texts={texts}
            accept=".csv,.yaml,.yml,.json,text/csv,application/yaml"
            fault={faultIn(findings, 'source', pasted)}
            takenIn={stored !== undefined}
            onChange={(chosen, text) => {
              setBytes(chosen);
              setPasted(text);
              setQueues({});
              start();
            }}
          />
          <NativeSelect
            label={texts.kind}
            value={kind}
            onChange={({ currentTarget: { value } }) => {
              setKind(KINDS.find((known) => known === value) ?? '');
              start();
            }}
            data={[
              { value: '', label: texts.kindAuto },
              ...KINDS.map((value) => ({ value, label: texts.kinds[value] })),
            ]}
          />
          {problem && <ProblemNote problem={asProblem(problem)} />}
          {!looked && !stored && (
            <div>
              <Button
                disabled={!moving}
                loading={preview.isPending}
                leftSection={<IconListSearch size={18} aria-hidden />}
                onClick={() => moving && preview.mutate(moving)}
              >
                {texts.preview}
              </Button>
            </div>
          )}
        </Stack>
      </Card>
      {looked && asked.length > 0 && <QueuePlaces queues={asked} chosen={queues} onChoose={place} />}
      {looked && <MovingRows report={looked} stored={false} />}
      {looked && looked.new === 0 && <Text>{texts.nothingNew}</Text>}
      {run.isPending && <MovingProgress far={run.far} onStop={stop} />}
      {looked && looked.new > 0 && !run.isPending && (
        <div>
          <Button
            ref={next}
            leftSection={<IconTruckDelivery size={18} aria-hidden />}
            onClick={() => moving && run.mutate(moving)}
          >
            {texts.run(looked.new)}
          </Button>
        </div>
      )}
      {stored && <MovingRows report={stored} stored />}
      {(stored ?? looked) && <KeepReport report={stored ?? looked} stored={stored !== undefined} />}
    </Page>
  );
}

function Lead() {
  return (
    <>
      {texts.lead}{' '}
      <Anchor
        href={new URL('docs/import-export.md#files-of-other-systems', mount).href}
        target="_blank"
        rel="noreferrer"
      >
        {texts.exports}
      </Anchor>
    </>
  );
}

function KeepReport({ report, stored }: { report: MovingReport | undefined; stored: boolean }) {
  if (!report) return null;
  const keep = () =>
    saveFile(texts.fileName, new Blob([movingReportText(report, stored)], { type: 'text/markdown' }));
  return (
    <div>
      <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />} onClick={keep}>
        {texts.keep}
      </Button>
    </div>
  );
}
