import { Scripted } from './scripted.js';

/** Scripts by the command they are for: `PASS`, or one with what is said after it, `RETR 2`. Each runs out by itself. */
export class ScriptedCommands<What extends { readonly command: string }> {
  readonly #scripts = new Map<string, Scripted<What>>();

  /** From now on, `times` times (default: until {@link clear}). A newer script replaces an older one for the same command. */
  set(what: What, times?: number): void {
    const script = new Scripted<What>();
    script.set(what, times);
    this.#scripts.set(what.command.toUpperCase(), script);
  }

  clear(): void {
    this.#scripts.clear();
  }

  /** What is to happen at this line; uses up one time. What is meant for the whole line comes before what is for its command. */
  takeAt(line: string): What | undefined {
    const said = line.toUpperCase();
    const [command = ''] = said.split(' ');
    return this.#scripts.get(said)?.take() ?? this.#scripts.get(command)?.take();
  }

  /** For pages: what is due and how often, by command. */
  get state(): Record<string, { what: What; left: number | null }> {
    const due = [...this.#scripts].flatMap(([command, { state }]) =>
      state ? [[`POP3 ${command}`, state]] : [],
    );
    return Object.fromEntries(due) as Record<string, { what: What; left: number | null }>;
  }
}
