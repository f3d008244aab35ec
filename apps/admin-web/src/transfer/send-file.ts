import { answer, api } from '../api/api.js';
import { ApiProblem } from '../api/problem.js';
import { type ImportReport } from '../api/shapes.js';

/** A file to import, and how. */
export interface Upload {
  /** As it is on the disk: whether it is text in UTF-8 is the server's to say. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly overwrite: boolean;
  /** Empty for none. */
  readonly passphrase: string;
}

/** What an import would do. */
export function previewImport(upload: Upload): Promise<ImportReport> {
  return send('/api/clients/import/preview', upload);
}

/** Imports. */
export function runImport(upload: Upload): Promise<ImportReport> {
  return send('/api/clients/import', upload);
}

/** What is wrong with a text that is being pasted, and with the passphrase that is being typed to it. */
export function judgeImport(
  { text, passphrase }: { readonly text: string; readonly passphrase: string },
  signal: AbortSignal,
) {
  return api.POST('/api/clients/import/findings', {
    params: passphrase === '' ? {} : { header: { 'mailroom-passphrase': encodeURIComponent(passphrase) } },
    headers: { 'content-type': 'application/json' },
    body: '',
    bodySerializer: () => JSON.stringify({ text }),
    signal,
  });
}

type Path = '/api/clients/import' | '/api/clients/import/preview';

// Some frameworks turn away what is no JSON before our routes are asked; then it goes as JSON, as far as they let it.
async function send(path: Path, upload: Upload): Promise<ImportReport> {
  try {
    return await post(path, upload, 'application/yaml', upload.bytes);
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status !== 415) throw error;
    const json = JSON.stringify({ yaml: new TextDecoder().decode(upload.bytes) });
    return post(path, upload, 'application/json', json);
  }
}

function post(
  path: Path,
  { overwrite, passphrase }: Upload,
  type: string,
  body: BodyInit,
): Promise<ImportReport> {
  return answer(
    api.POST(path, {
      params: {
        query: { overwrite: overwrite ? 'true' : 'false' },
        ...(passphrase === '' ? {} : { header: { 'mailroom-passphrase': encodeURIComponent(passphrase) } }),
      },
      headers: { 'content-type': type },
      body: '',
      bodySerializer: () => body,
    }),
  );
}
