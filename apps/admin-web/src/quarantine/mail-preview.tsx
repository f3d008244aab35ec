import { useState } from 'react';
import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type MailPreview as Preview } from '../api/shapes.js';
import { Loaded } from '../furniture/loaded.js';
import { moment, weight } from '../i18n/moment.js';
import { words } from '../i18n/words.js';
import { mailPreviewQuery } from './quarantine-query.js';

const { preview } = words.quarantine;

/**
 * A look into a stranger's mail. HTML comes sanitised, in a frame that runs nothing and loads nothing, with a policy
 * of its own.
 */
export function MailPreview({ id, subject }: { id: string; subject: string }) {
  const query = useQuery(mailPreviewQuery(id));
  return (
    <section aria-label={preview.of(subject)} className="mail-preview">
      <Loaded query={query}>
        {(mail) => (
          <Stack gap="xs">
            <Heads mail={mail} />
            <Attachments id={id} mail={mail} />
            {mail.hasHtml ? (
              <Framed id={id} subject={subject} remotePictures={mail.remotePictures} />
            ) : (
              <pre className="mail-text" tabIndex={0} aria-label={preview.body(subject)}>
                {mail.text || preview.empty}
              </pre>
            )}
          </Stack>
        )}
      </Loaded>
    </section>
  );
}

interface FramedProps {
  readonly id: string;
  readonly subject: string;
  readonly remotePictures: number;
}

/** Pictures of the mail itself are in its frame; those from elsewhere load when somebody asks for them, for this look. */
function Framed({ id, subject, remotePictures }: FramedProps) {
  const [remote, setRemote] = useState(false);
  return (
    <>
      {remotePictures > 0 && (
        <Group gap="sm">
          <Text size="sm" role="status">
            {remote ? preview.remoteLoaded(remotePictures) : preview.remoteBlocked(remotePictures)}
          </Text>
          {!remote && (
            <Button size="xs" variant="default" onClick={() => setRemote(true)}>
              {preview.loadRemote}
            </Button>
          )}
        </Group>
      )}
      <iframe
        key={String(remote)}
        sandbox=""
        title={preview.body(subject)}
        src={`api/deliveries/${id}/preview/html${remote ? '?pictures=remote' : ''}`}
        className="mail-frame"
      />
    </>
  );
}

function Attachments({ id, mail: { attachments } }: { id: string; mail: Preview }) {
  if (attachments.length === 0) return null;
  return (
    <Group component="ul" gap="sm" m={0} p={0} aria-label={preview.attachments} className="mail-attachments">
      {attachments.map(({ index, filename, size }) => (
        <li key={index}>
          <Anchor href={`api/deliveries/${id}/attachments/${index}`} download size="sm">
            {filename || preview.nameless}
          </Anchor>{' '}
          <Text span size="sm" c="dimmed">
            ({weight(size)})
          </Text>
        </li>
      ))}
    </Group>
  );
}

function Heads({ mail: { from, to, cc, date, messageId, defects } }: { mail: Preview }) {
  const lines: [string, string][] = [
    [preview.from, from ? named(from) : ''],
    [preview.to, to.map(named).join(', ')],
    [preview.cc, cc.map(named).join(', ')],
    [preview.date, date ? moment(new Date(date)) : ''],
    [preview.messageId, messageId ?? ''],
    [preview.defects, defects.join(', ')],
  ];
  return (
    <dl className="mail-heads">
      {lines
        .filter(([, value]) => value !== '')
        .map(([label, value]) => (
          <div key={label}>
            <Text component="dt" size="sm" c="dimmed">
              {label}
            </Text>
            <Text component="dd" size="sm" m={0}>
              {value}
            </Text>
          </div>
        ))}
    </dl>
  );
}

function named({ name, address }: { name: string; address: string }): string {
  return name === '' ? address : `${name} <${address}>`;
}
