import { parseArguments, type Argument } from './arguments.js';
import { capabilitiesOf } from './commands/session-commands.js';
import { commands } from './commands/table.js';
import { Refusal } from './refusal.js';
import { type ImapSession } from './session.js';

/** Talks with one client from greeting to goodbye. Commands run one after the other. */
export async function converse(session: ImapSession): Promise<void> {
  const { connection } = session;
  connection.send(`* OK [CAPABILITY ${capabilitiesOf(session)}] Mailroom sandbox ready.`);
  while (!session.leaving) {
    const command = await connection.reader.command(() => connection.send('+ Go on'));
    if (!command) break;
    await answer(session, command.line, command.literals);
  }
  connection.end();
}

async function answer(session: ImapSession, line: string, literals: readonly Buffer[]): Promise<void> {
  const [, tag = '*', name = '', rest = ''] = /^(\S+) (UID \S+|\S+) ?(.*)$/is.exec(line) ?? [];
  const outcome = await outcomeOf(session, name.toUpperCase(), rest, literals);
  if (outcome !== null) session.connection.send(`${tag} ${outcome}`);
  const then = session.afterAnswer;
  session.afterAnswer = null;
  await then?.();
}

/** The tagged answer, or null when the session is over and nothing more is to be said. */
async function outcomeOf(
  session: ImapSession,
  name: string,
  rest: string,
  literals: readonly Buffer[],
): Promise<string | null> {
  try {
    refuseIfThrottled(session, name);
    if (isStale(session)) return farewell(session);
    return await execute(session, name, parseArguments(rest, literals));
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    console.error(`sandbox: IMAP ${name} failed`, error);
    return 'BAD Internal error';
  }
}

async function execute(session: ImapSession, name: string, given: readonly Argument[]): Promise<string> {
  const command = commands[name];
  if (!command) throw Refusal.bad('Unknown command');
  if (command.needs !== 'nothing' && !session.mailbox) throw Refusal.bad('Please authenticate first');
  if (command.needs === 'folder' && !session.selected) throw Refusal.bad('No mailbox selected');
  const outcome = await command.run(session, given);
  session.connection.send(
    ...(session.selected?.news(command.allowsExpunge ?? true, session.hearsChanges) ?? []),
  );
  return outcome;
}

function refuseIfThrottled({ house }: ImapSession, name: string): void {
  if (name === 'LOGOUT' || name === 'CAPABILITY') return;
  const milliseconds = house.faults.throttle.take();
  if (milliseconds !== undefined)
    throw Refusal.bad(`Request is throttled. Suggested Backoff Time: ${milliseconds} milliseconds`);
}

/** A session must not go on with UIDs that mean nothing any more, or in a folder that is none. */
function isStale({ selected }: ImapSession): boolean {
  if (selected === null) return false;
  return selected.uidValidity !== selected.folder.uidValidity || selected.folder.isGone;
}

function farewell(session: ImapSession): null {
  session.dismiss(
    session.selected?.folder.isGone
      ? '* BYE The mailbox was deleted under you'
      : '* BYE UIDVALIDITY changed, please reconnect',
  );
  return null;
}
