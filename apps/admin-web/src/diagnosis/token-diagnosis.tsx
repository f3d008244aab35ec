import { answer, api } from '../api/api.js';
import { DiagnosisPanel } from './diagnosis-panel.js';

/** Why does the sign-in with this token fail? */
export function TokenDiagnosis({ id }: { id: string }) {
  const run = (ask: boolean) =>
    answer(api.POST('/api/tokens/{id}/diagnosis', { params: { path: { id } }, body: { ask } }));
  return <DiagnosisPanel run={run} ofToken />;
}
