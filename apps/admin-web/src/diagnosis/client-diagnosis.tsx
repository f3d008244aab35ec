import { answer, api } from '../api/api.js';
import { tokensQuery } from '../api/queries.js';
import { type Client, type DiagnosisInput } from '../api/shapes.js';
import { words } from '../i18n/words.js';
import { usePart } from '../furniture/missing-parts.js';
import { DiagnosisPanel } from './diagnosis-panel.js';

const { diagnosis } = words;

/** Why do sign-ins with this client fail? Before it has a token, that is whether the provider takes its secret. */
export function ClientDiagnosis({ client: { id, flow } }: { client: Client }) {
  const { data: tokens } = usePart(tokensQuery({ client: id, sort: 'urgency', limit: 10 }));
  const run = (body: DiagnosisInput) =>
    answer(api.POST('/api/clients/{id}/diagnosis', { params: { path: { id } }, body }));
  if (!tokens || tokens.total > 0) return <DiagnosisPanel run={run} />;
  return flow === 'authorization-code' ? (
    <DiagnosisPanel run={run} askLabel={diagnosis.check} askHint={diagnosis.checkHint} />
  ) : (
    <DiagnosisPanel
      run={run}
      askLabel={diagnosis.trial}
      askHint={diagnosis.trialHint}
      asksMailbox={flow === 'jwt-bearer'}
    />
  );
}
