import { type FaultProxy } from '../../support/fault-proxy.js';
import { bytesThatPass, type CutPoint, type Said } from '../cut-points.js';

/** Where to cut: at a point of the dialogue, or at the first line of the client that matches. */
export type Cut = (CutPoint | { readonly command: RegExp }) & { readonly then: 'reset' | 'end' };

/** Cuts a line at given points, one after the other, each once; what comes after the last one passes. */
export class Cutter {
  /** The lines at which it really cut. */
  readonly done: string[] = [];
  readonly #cuts: Cut[];
  #counts = { client: 0, server: 0 };

  /** `hear` is told of every line before it passes, or does not. */
  constructor(
    line: FaultProxy,
    cuts: readonly Cut[],
    private readonly hear: (said: Said) => void = () => {},
  ) {
    this.#cuts = [...cuts];
    line.rules = {
      onLine: (said) => this.see({ from: 'client', line: said }),
      onServerLine: (said) => this.see({ from: 'server', line: said }),
    };
  }

  /** Every cut was made. */
  get isDone(): boolean {
    return this.#cuts.length === 0;
  }

  private see(said: Said): { pass: number; then: 'reset' | 'end' } | undefined {
    this.hear(said);
    const [cut] = this.#cuts;
    if (!cut) return undefined;
    this.#counts[said.from] += 1;
    if (!this.isMeant(cut, said)) return undefined;
    this.#cuts.shift();
    // The next one counts the lines of the next connection.
    this.#counts = { client: 0, server: 0 };
    this.done.push(said.line);
    return { pass: 'command' in cut ? 0 : bytesThatPass(cut, said.line), then: cut.then };
  }

  private isMeant(cut: Cut, { from, line }: Said): boolean {
    if ('command' in cut) return from === 'client' && cut.command.test(line);
    return from === cut.from && this.#counts[from] === cut.nth;
  }
}

/** Writes down everything that is said on a line from now on. */
export function listenTo(line: FaultProxy): Said[] {
  const dialogue: Said[] = [];
  line.rules = {
    onLine: (said) => (dialogue.push({ from: 'client', line: said }), undefined),
    onServerLine: (said) => (dialogue.push({ from: 'server', line: said }), undefined),
  };
  return dialogue;
}
