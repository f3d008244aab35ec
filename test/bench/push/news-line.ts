import { startFaultProxy, type FaultProxy } from '../../support/fault-proxy.js';

/** A line to a mail server that hears when the server tells of new mail, and when the client begins to listen. */
export class NewsLine {
  /** How often a client began to listen. */
  idles = 0;
  #toldAt: number | null = null;

  private constructor(private readonly proxy: FaultProxy) {
    proxy.rules = {
      onLine: (line) => {
        if (/^\S+ IDLE$/i.test(line)) this.idles += 1;
        return undefined;
      },
      onServerLine: (line) => {
        if (/^\* \d+ EXISTS$/i.test(line)) this.#toldAt ??= performance.now();
        return undefined;
      },
    };
  }

  static async to(server: { host: string; port: number }): Promise<NewsLine> {
    return new NewsLine(await startFaultProxy(server));
  }

  get port(): number {
    return this.proxy.port;
  }

  /** Forgets what was told so far. */
  forget(): void {
    this.#toldAt = null;
  }

  /** When (performance.now) the server first told of new mail since `forget`. */
  get toldAt(): number {
    if (this.#toldAt === null) throw new Error('the mail was committed and the server had not told of it');
    return this.#toldAt;
  }

  stop(): Promise<void> {
    return this.proxy.stop();
  }
}
