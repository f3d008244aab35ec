import { type Sandbox } from './sandbox.js';
import { startSandbox } from './start-sandbox.js';
import { settingsFrom } from './settings.js';

const sandbox = await start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

let leaving = false;
function leave(): void {
  if (leaving) return;
  leaving = true;
  setTimeout(() => process.exit(0), 900).unref();
  void sandbox.stop().finally(() => process.exit(0));
}

process.on('SIGTERM', leave).on('SIGINT', leave);
// Whoever started us through an IPC channel has gone, however it went.
process.on('disconnect', leave);

const { http, imap, imaps, pop3, pop3s, smtp, smtps } = sandbox;
console.log(
  JSON.stringify({
    ready: true,
    http: http.url,
    imap,
    imaps,
    pop3,
    pop3s,
    smtp,
    smtps,
    control: `${http.url}/control`,
  }),
);

async function start(): Promise<Sandbox> {
  return startSandbox(settingsFrom(process.env));
}
