import { type FaultProxy } from '../../support/fault-proxy.js';

const PATIENCE_MS = 60_000;

/**
 * Resolves when the nth line that is said on the line from now on (by either side, or by the client when `command` is
 * given and it matches) goes by; `act` runs at that moment, before the line passes.
 */
export function atLine(
  line: FaultProxy,
  { nth, command }: { nth: number; command?: RegExp },
  act: () => void,
): Promise<string> {
  return new Promise((resolve, reject) => {
    let left = nth;
    const late = new Error(`line ${nth} did not go by`);
    const timer = setTimeout(() => reject(late), PATIENCE_MS);
    const see = (said: string): undefined => {
      left -= 1;
      if (left !== 0) return;
      act();
      clearTimeout(timer);
      line.rules = { ...line.rules, onLine: passes, onServerLine: passes };
      resolve(said);
    };
    line.rules = {
      ...line.rules,
      onLine: (said) => (command && !command.test(said) ? undefined : see(said)),
      onServerLine: command ? passes : see,
    };
  });
}

const passes = (): undefined => undefined;
