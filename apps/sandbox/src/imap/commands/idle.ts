import { Refusal } from '../refusal.js';
import { type ImapSession } from '../session.js';

/** IDLE (RFC 2177): every change of the folder is told at once, until the client says DONE. */
export async function idle(session: ImapSession): Promise<string> {
  const { connection, selected } = session;
  const tell = (): void => connection.send(...(selected?.news(true, session.hearsChanges) ?? []));
  connection.send('+ idling');
  tell();
  const stop = selected?.folder.watch(tell);
  const line = await connection.reader.line();
  stop?.();
  if (line?.toUpperCase() !== 'DONE') throw Refusal.bad('Expected DONE');
  return 'OK IDLE terminated';
}
