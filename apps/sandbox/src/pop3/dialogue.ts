import { type Pop3Fault } from '../faults/faults.js';
import { commands } from './commands.js';
import { Refused } from './refused.js';
import { type Pop3Session } from './session.js';

/** Talks with one client from greeting to goodbye. Commands run one after the other, however fast they come. */
export async function converse(session: Pop3Session): Promise<void> {
  const { connection } = session;
  connection.send('+OK Mailroom sandbox ready.');
  while (!session.leaving) {
    const line = await connection.reader.line();
    if (line === null) break;
    await answer(session, line);
  }
  connection.end();
}

async function answer(session: Pop3Session, line: string): Promise<void> {
  const [, word = '', given = ''] = /^(\S*) ?(.*)$/s.exec(line) ?? [];
  const name = word.toUpperCase();
  const fault = session.house.faults.pop3FaultAt(line);
  if (fault?.cut === 'before') return cut(session);
  const said = await outcomeOf(session, name, given, fault);
  if (fault?.cut === 'after') return cut(session);
  if (said !== null) session.connection.send(said);
  const then = session.afterAnswer;
  session.afterAnswer = null;
  await then?.();
}

/** The line to answer with, or null when the command answered by itself. */
async function outcomeOf(
  session: Pop3Session,
  name: string,
  given: string,
  fault: Pop3Fault | undefined,
): Promise<string | null> {
  if (fault?.answer !== undefined) return fault.answer;
  try {
    const said = await execute(session, name, given);
    return said === null ? null : `+OK ${said}`.trimEnd();
  } catch (error) {
    if (!(error instanceof Refused)) {
      console.error(`sandbox: POP3 ${name} failed`, error);
      return '-ERR [SYS/TEMP] Internal error';
    }
    session.leaving ||= error.closes;
    return `-ERR ${error.message}`;
  }
}

async function execute(session: Pop3Session, name: string, given: string): Promise<string | null> {
  const command = commands[name];
  if (!command) throw new Refused('Unknown command.');
  if (command.when === 'before' && session.maildrop) throw new Refused('You are logged in already.');
  if (command.when === 'after' && !session.maildrop) throw new Refused('Please log in first.');
  return command.run(session, given);
}

function cut(session: Pop3Session): void {
  session.leaving = true;
  session.connection.destroy();
}
