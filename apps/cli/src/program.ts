import { userInfo } from 'node:os';
import { Command, CommanderError } from 'commander';
import { accountCommands } from './commands/accounts.js';
import { clientCommands } from './commands/clients.js';
import { doctorCommand } from './commands/doctor.js';
import { type Errand } from './commands/errand.js';
import { movingInCommand } from './commands/moving-in.js';
import { keyCommands } from './commands/keys.js';
import { settingCommands } from './commands/settings.js';
import { tokenCommands } from './commands/tokens.js';
import { type HostContext } from './host/host-context.js';
import { openHost } from './host/open-host.js';
import { CommandFailure, EXIT } from './output/command-failure.js';
import { Screen } from './output/screen.js';

/** How the command line was called, besides its words. */
export interface Surroundings {
  /** The host to boot when `--host` does not name one; undefined where there is none. */
  readonly usualHost: string | undefined;
  readonly signal: AbortSignal;
  readonly write: { readonly out: (text: string) => void; readonly error: (text: string) => void };
}

const GROUPS = [
  clientCommands,
  tokenCommands,
  accountCommands,
  movingInCommand,
  settingCommands,
  keyCommands,
  doctorCommand,
];

/** Runs one command and answers its exit code (`EXIT`). Never throws, and leaves no host open behind it. */
export async function runCommandLine(words: readonly string[], around: Surroundings): Promise<number> {
  const json = words.includes('--json');
  const screen = new Screen(json, around.write.out, around.write.error);
  const program = new Command('mailroom');
  const host = new LazyHost(() => program.opts<{ host?: string }>().host ?? around.usualHost);
  const codes = { exit: EXIT.done as number };
  const errand: Errand = {
    screen,
    signal: around.signal,
    actor: { id: 'command-line', name: `${userInfo().username} (command line)`, from: 'command line' },
    get: async (type) => (await host.context()).get(type, { strict: false }),
    attention: (exitCode = EXIT.attention) => (codes.exit = exitCode),
    misused: (sentence) => {
      throw new CommandFailure('usage', sentence, EXIT.usage);
    },
  };
  describe(program, screen, errand);
  try {
    await program.parseAsync([...words], { from: 'user' });
    return codes.exit;
  } catch (error) {
    if (around.signal.aborted) return EXIT.interrupted;
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    return screen.fail(error);
  } finally {
    await host.close();
  }
}

function describe(program: Command, screen: Screen, errand: Errand): void {
  program
    .description('Administers the mail room of a helpdesk from the command line.')
    .option('--host <module>', 'module that exports createContext(); default: MAILROOM_HOST')
    .option('--json', 'results as JSON on stdout, errors as JSON on stderr')
    .showHelpAfterError('(mailroom --help says what there is)')
    .addHelpText('after', HELP)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => screen.document(text),
      writeErr: (text) => screen.say(text.trimEnd()),
    });
  for (const addTo of GROUPS) addTo(program, errand);
  for (const command of everyCommand(program)) command.exitOverride();
}

const HELP = `
Exit codes: 0 done, 1 failed, 2 called wrongly, 3 done but something wants attention, 4 the host could not be booted,
130 interrupted; doctor: 0 all well, 1 warnings, 2 faults. No command prints a token or a secret, except an export that was asked for them.`;

function everyCommand(command: Command): Command[] {
  return command.commands.flatMap((each) => [each, ...everyCommand(each)]);
}

/** The host, booted when it is first needed and closed once. */
class LazyHost {
  #context: Promise<HostContext> | undefined;

  constructor(private readonly module: () => string | undefined) {}

  context(): Promise<HostContext> {
    this.#context ??= openHost(this.module());
    return this.#context;
  }

  async close(): Promise<void> {
    const context = await this.#context?.catch(() => undefined);
    await context?.close();
  }
}
