import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { type Delivery } from '../api/shapes.js';
import { words } from '../i18n/words.js';
import { authenticationText } from './authentication-text.js';
import { DestinationName } from './destination-field.js';

const { mailRules } = words;

/** What was decided about a mail before the helpdesk got it, and the way to try the rules on it. */
export function HandlingLine({ delivery: { id, accountId, handling, outcome } }: { delivery: Delivery }) {
  if (outcome === 'oversized') return null;
  return (
    <Text size="sm" c="dimmed" className="row-below" component="div">
      {handling && <Decided handling={handling} />}{' '}
      <Anchor component={Link} to={`/mail-rules?account=${accountId}&delivery=${id}`} inherit>
        {mailRules.tryOn}
      </Anchor>
    </Text>
  );
}

function Decided({ handling }: { handling: NonNullable<Delivery['handling']> }) {
  const { destination, dispatchedBy, unknownDestination, rules, tags, control, authentication } = handling;
  return (
    <>
      {destination !== null && dispatchedBy !== 'account' && (
        <>
          {mailRules.went} <DestinationName id={destination} /> ({mailRules.by[dispatchedBy]}).{' '}
        </>
      )}
      {unknownDestination !== null && (
        <Text span c="var(--bad-text)" inherit>
          {mailRules.unknown(unknownDestination)}{' '}
        </Text>
      )}
      {rules.length > 0 && `${mailRules.byRules(rules)} `}
      {tags.length > 0 && `${mailRules.tagged(tags)}. `}
      {control && `${mailRules.controls[control]} `}
      {authentication && authenticationText(authentication)}
    </>
  );
}
