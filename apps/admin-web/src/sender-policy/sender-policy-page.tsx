import { useQuery } from '@tanstack/react-query';
import { senderPolicyQuery } from '../api/queries.js';
import { Loaded } from '../furniture/loaded.js';
import { Page } from '../furniture/page.js';
import { words } from '../i18n/words.js';
import { WhoSends } from '../servers/who-sends.js';
import { PolicyForm } from './policy-form.js';
import { SetUps } from './set-ups.js';

const { senderPolicy } = words;

/** Who mail comes from when no server may send for its author, and where bounces go. */
export function SenderPolicyPage() {
  const query = useQuery(senderPolicyQuery);
  return (
    <Page title={senderPolicy.title} lead={senderPolicy.lead}>
      <Loaded query={query}>
        {(policy) => (
          <>
            <SetUps />
            <PolicyForm policy={policy} />
          </>
        )}
      </Loaded>
      <WhoSends />
    </Page>
  );
}
