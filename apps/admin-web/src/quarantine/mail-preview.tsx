import { Stack, Text } from '@mantine/core';
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
            {mail.hasHtml ? (
              <iframe
                sandbox=""
                title={preview.body(subject)}
                src={`api/deliveries/${id}/preview/html`}
                className="mail-frame"
              />
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

function Heads({ mail: { from, to, cc, date, messageId, attachments, defects } }: { mail: Preview }) {
  const lines: [string, string][] = [
    [preview.from, from ? named(from) : ''],
    [preview.to, to.map(named).join(', ')],
    [preview.cc, cc.map(named).join(', ')],
    [preview.date, date ? moment(new Date(date)) : ''],
    [preview.messageId, messageId ?? ''],
    [
      preview.attachments,
      attachments.map((one) => `${one.filename || preview.nameless} (${weight(one.size)})`).join(', '),
    ],
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
