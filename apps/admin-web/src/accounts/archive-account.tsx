import { IconArchive } from '@tabler/icons-react';
import { type Account } from '../api/shapes.js';
import { ConfirmedAct } from '../furniture/confirmed-act.js';
import { words } from '../i18n/words.js';
import { useAccountState } from './account-state.js';

const { accounts } = words;

/** Puts an account away; accounts are never deleted, their ledger is what keeps mail from coming twice. */
export function ArchiveAccount({ account: { id, name } }: { account: Account }) {
  const { mutateAsync } = useAccountState(id);
  return (
    <ConfirmedAct
      label={accounts.archive}
      icon={<IconArchive size={18} aria-hidden />}
      title={accounts.archiveTitle(name)}
      consequence={accounts.archiveConsequence}
      color="gray"
      run={() => mutateAsync('archived')}
      onDone={async () => {}}
    />
  );
}
