import { Fragment, type ReactNode } from 'react';
import { Card, Stack, Text } from '@mantine/core';
import { words } from '../i18n/words.js';
import { type InvokerFields } from './invoker-fields.js';
import { previewOf } from './request-preview.js';

const { invokers } = words;
const PLACEHOLDER = /(\{\{|\}\}|\{[A-Za-z_][\w.-]*\})/;

/** The request that would leave, while it is being written. */
export function RequestPreviewCard({ fields }: { fields: InvokerFields }) {
  const { url, headers, body } = previewOf(fields);
  return (
    <Card>
      <Stack gap={6}>
        <Text fw={600} size="sm" id="request-preview">
          {invokers.preview}
        </Text>
        <HttpText label="request-preview">
          <Filled text={`${fields.method} ${url}`} />
          {headers.map(([name, value], index) => (
            // Two headers may have one name while they are being typed.
            <Fragment key={index}>
              {`\n${name}: `}
              <Filled text={value} />
            </Fragment>
          ))}
          {body !== null && '\n\n'}
          {body === 'payload' && <em>{invokers.payloadItself}</em>}
          {body !== null && body !== 'payload' && <Filled text={body.template} />}
        </HttpText>
        <Text size="xs" c="dimmed">
          {invokers.previewHint}
        </Text>
      </Stack>
    </Card>
  );
}

/** Text of HTTP, letter for letter. */
export function HttpText({ label, children }: { label: string; children: ReactNode }) {
  return (
    <pre className="http-text" tabIndex={0} role="group" aria-labelledby={label}>
      {children}
    </pre>
  );
}

/** Shows where a payload comes in. */
function Filled({ text }: { text: string }) {
  return text.split(PLACEHOLDER).map((part, index) =>
    PLACEHOLDER.test(part) && part.length > 2 ? (
      <mark key={index} className="placeholder-mark">
        {part}
      </mark>
    ) : (
      <Fragment key={index}>{part}</Fragment>
    ),
  );
}
