import { Button, Card, Checkbox, Group, Stack, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { answer, api } from '../api/api.js';
import { asProblem } from '../api/problem.js';
import { serversPageQuery } from '../api/queries.js';
import { usePart } from '../furniture/missing-parts.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { words } from '../i18n/words.js';
import { OwnerSelect } from './owner-select.js';
import { RouteResult } from './route-result.js';
import { ServerSelect } from './server-select.js';

const { whoSends } = words;

interface Question {
  readonly from: string;
  readonly serverId: string;
  readonly author: string;
  readonly bulk: boolean;
}

const NOTHING: Question = { from: '', serverId: '', author: '', bulk: false };

/** Asks the same function that routes real mail which server would send, and why not the others. */
export function WhoSends() {
  const [question, setQuestion] = useState(NOTHING);
  const { data } = usePart(serversPageQuery({ limit: 1 }));
  const ask = useMutation({
    mutationFn: ({ from, serverId, author, bulk }: Question) =>
      answer(
        api.POST('/api/servers/route', {
          body: { from, bulk, ...(serverId && { serverId }), ...(author && { author }) },
        }),
      ),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (question.from.trim() !== '') ask.mutate(question);
  };
  return (
    <Card>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Title order={2}>{whoSends.title}</Title>
          <Group align="flex-end" gap="sm">
            <TextInput
              flex="1 1 16rem"
              maw="28rem"
              label={whoSends.from}
              placeholder="Jane Doe <support@example.com>"
              spellCheck={false}
              value={question.from}
              onChange={(event) => setQuestion({ ...question, from: event.currentTarget.value })}
            />
            <Button type="submit" variant="default" loading={ask.isPending}>
              {whoSends.ask}
            </Button>
          </Group>
          <Wishes question={question} several={(data?.total ?? 0) > 1} onChange={setQuestion} />
          <div role="status">
            {ask.isError && <ProblemNote problem={asProblem(ask.error)} />}
            {ask.isSuccess && <RouteResult route={ask.data} />}
          </div>
        </Stack>
      </form>
    </Card>
  );
}

/** What a mail may ask for besides its sender. */
function Wishes(props: {
  readonly question: Question;
  /** There is more than one server to ask for. */
  readonly several: boolean;
  readonly onChange: (question: Question) => void;
}) {
  const { question, several, onChange } = props;
  return (
    <Group align="flex-end" gap="sm">
      {several && (
        <ServerSelect
          flex="1 1 14rem"
          label={whoSends.server}
          empty={whoSends.noServer}
          value={question.serverId}
          onChange={(serverId) => onChange({ ...question, serverId })}
        />
      )}
      <OwnerSelect
        flex="1 1 14rem"
        label={whoSends.author}
        empty={whoSends.noAuthor}
        value={question.author}
        onChange={(author) => onChange({ ...question, author })}
      />
      <Checkbox
        pb={8}
        label={whoSends.bulk}
        checked={question.bulk}
        onChange={(event) => onChange({ ...question, bulk: event.currentTarget.checked })}
      />
    </Group>
  );
}
