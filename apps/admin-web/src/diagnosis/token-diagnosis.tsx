import { answer, api } from '../api/api.js';
import { type DiagnosisInput } from '../api/shapes.js';
import { DiagnosisPanel } from './diagnosis-panel.js';

/** Why does the sign-in with this token fail? */
export function TokenDiagnosis({ id }: { id: string }) {
  const run = (body: DiagnosisInput) =>
    answer(api.POST('/api/tokens/{id}/diagnosis', { params: { path: { id } }, body }));
  return <DiagnosisPanel run={run} ofToken />;
}
