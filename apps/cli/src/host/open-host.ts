import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Settings } from '@mailroom/kernel';
import { CommandFailure, EXIT } from '../output/command-failure.js';
import { type CreateContext, type HostContext } from './host-context.js';

/**
 * Boots the host of `module` (a file, relative to where the command is run, or a package). Throws CommandFailure with
 * exit code 4 when there is no such module, when it does not start, and when it did not take `work: false` to heart.
 */
export async function openHost(module: string | undefined): Promise<HostContext> {
  if (module === undefined) {
    throw new CommandFailure(
      'usage',
      'Name the host to boot: --host <module>, or set MAILROOM_HOST.',
      EXIT.usage,
    );
  }
  const context = await boot(await createContextOf(module), module);
  if (!context.get(Settings, { strict: false }).work) return context;
  await context.close();
  throw unusable(
    module,
    'createContext() has to hand its work: false on to the options of MailroomModule; this process would have fetched mail.',
  );
}

async function createContextOf(module: string): Promise<CreateContext> {
  const address = /^[./]|\.[cm]?js$/.test(module) ? pathToFileURL(resolve(module)).href : module;
  const loaded = (await import(address).catch((cause: unknown) => {
    throw unusable(module, `it cannot be loaded: ${wordsOf(cause)}`, cause);
  })) as Record<string, unknown>;
  // A CommonJS module may arrive with everything below `default`.
  const found = loaded['createContext'] ?? (loaded['default'] as Record<string, unknown>)?.['createContext'];
  if (typeof found !== 'function') throw unusable(module, 'it exports no function createContext.');
  return found as CreateContext;
}

async function boot(createContext: CreateContext, module: string): Promise<HostContext> {
  try {
    return await createContext({ work: false });
  } catch (cause) {
    throw unusable(module, `it does not start: ${wordsOf(cause)}`, cause);
  }
}

function unusable(module: string, reason: string, cause?: unknown): CommandFailure {
  return new CommandFailure('host-unusable', `The host ${module} cannot be used: ${reason}`, EXIT.host, {
    cause,
  });
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
