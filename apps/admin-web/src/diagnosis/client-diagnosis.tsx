import { answer, api } from '../api/api.js';
import { DiagnosisPanel } from './diagnosis-panel.js';

/** Why do sign-ins with this client fail? */
export function ClientDiagnosis({ id }: { id: string }) {
  const run = (ask: boolean) =>
    answer(api.POST('/api/clients/{id}/diagnosis', { params: { path: { id } }, body: { ask } }));
  return <DiagnosisPanel run={run} />;
}
