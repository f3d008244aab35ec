import { Button, Card, Checkbox, Group, NativeSelect, Stack, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { answer, api } from '../api/api.js';
import { asProblem } from '../api/problem.js';
import { serversQuery } from '../api/queries.js';
import { type Server } from '../api/shapes.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { words } from '../i18n/words.js';
import { RouteResult } from './route-result.js';

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
  const { data } = useQuery(serversQuery);
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
          <Wishes question={question} servers={data?.items ?? []} onChange={setQuestion} />
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
  readonly servers: readonly Server[];
  readonly onChange: (question: Question) => void;
}) {
  const { question, servers, onChange } = props;
  const owners = new Map(servers.flatMap(({ owner }) => (owner ? [[owner.id, owner.name || owner.id]] : [])));
  return (
    <Group align="flex-end" gap="sm">
      {servers.length > 1 && (
        <NativeSelect
          label={whoSends.server}
          value={question.serverId}
          onChange={(event) => onChange({ ...question, serverId: event.currentTarget.value })}
          data={[
            { value: '', label: whoSends.noServer },
            ...servers.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      {owners.size > 0 && (
        <NativeSelect
          label={whoSends.author}
          value={question.author}
          onChange={(event) => onChange({ ...question, author: event.currentTarget.value })}
          data={[
            { value: '', label: whoSends.noAuthor },
            ...[...owners].map(([value, label]) => ({ value, label })),
          ]}
        />
      )}
      <Checkbox
        pb={8}
        label={whoSends.bulk}
        checked={question.bulk}
        onChange={(event) => onChange({ ...question, bulk: event.currentTarget.checked })}
      />
    </Group>
  );
}
