import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { clientQuery, templatesQuery, tokenQuery } from '../api/queries.js';
import { usePart } from '../furniture/missing-parts.js';
import { Loaded } from '../furniture/loaded.js';
import { ConnectedToken } from './connected-token.js';
import { MailboxForm } from './mailbox-form.js';

interface SetUpMailboxProps {
  readonly tokenId: string;
  /** The mailbox that was typed before, where the token does not name it. */
  readonly mailbox: string | null;
}

/** Back from the provider: whose mailbox it is, that the token is valid, and what to do with it. */
export function SetUpMailbox({ tokenId, mailbox }: SetUpMailboxProps) {
  const token = useQuery(tokenQuery(tokenId));
  const { data: client } = usePart({
    ...clientQuery(token.data?.clientId ?? ''),
    enabled: token.data !== undefined,
  });
  const { data: templates } = usePart(templatesQuery);
  const template = templates?.items.find(({ id }) => id === client?.template);
  return (
    <Loaded query={token}>
      {(loaded) => (
        <Stack gap="lg" className="form-narrow">
          <ConnectedToken token={loaded} template={client?.template} />
          {client && templates && <MailboxForm token={loaded} template={template} mailbox={mailbox} />}
        </Stack>
      )}
    </Loaded>
  );
}
