import type { Writable } from 'node:stream';
import { QueryFailedError, type EntityManager } from 'typeorm';
import { setDelivery } from '../parsing/raw-rows.js';

const COPY = 'copy mailroom.raw_mail (delivery_id, position, bytes) from stdin (format binary)';
const SIGNATURE = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);
const END = Buffer.from([0xff, 0xff]);

/** A mail on its way into the archive. */
export interface RawMailRows {
  /** Of the delivery. */
  readonly id: string;
  /** From `rawRows`. */
  readonly rawRows: Buffer;
}

/** As much of node-postgres' connection as a COPY needs. */
interface Wire {
  readonly stream: Writable;
  query(sql: string): void;
  endCopyFrom(): void;
}

interface Client {
  readonly connection?: Partial<Wire>;
  readonly pipeline?: boolean;
  query(work: CopyIn): void;
}

/**
 * Stores mails in the archive with COPY in its binary format: the bytes go to the socket as they are, where a parameter
 * of an INSERT would be copied several times on its way. False, with nothing done, on a connection that cannot do it
 * (not node-postgres' own, or one that pipelines). Throws QueryFailedError, as any other statement.
 */
export async function copyRaw(
  mails: readonly RawMailRows[],
  { queryRunner }: EntityManager,
): Promise<boolean> {
  const client = (await queryRunner?.connect()) as Client | undefined;
  if (!client?.connection?.stream || !client.connection.endCopyFrom || client.pipeline) return false;
  try {
    await new Promise<void>((resolve, reject) => {
      client.query(new CopyIn(mails, resolve, reject));
    });
  } catch (error) {
    throw new QueryFailedError(COPY, [], error as Error);
  }
  return true;
}

/** What node-postgres calls a submittable: a query that speaks the protocol by itself. */
class CopyIn {
  /** Called by node-postgres where a connection ends under it; `handleError` has said so by then. */
  readonly callback = (): void => undefined;
  #failure: Error | undefined;

  constructor(
    private readonly mails: readonly RawMailRows[],
    private readonly resolve: () => void,
    private readonly reject: (error: Error) => void,
  ) {}

  submit(wire: Wire): void {
    wire.query(COPY);
  }

  handleCopyInResponse(wire: Wire): void {
    const { stream } = wire;
    stream.cork();
    stream.write(message(SIGNATURE));
    for (const { id, rawRows } of this.mails) {
      setDelivery(rawRows, id);
      stream.write(rawRows);
    }
    stream.write(message(END));
    wire.endCopyFrom();
    stream.uncork();
  }

  handleError(error: Error): void {
    this.#failure = error;
    this.reject(error);
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    if (!this.#failure) this.resolve();
  }
}

/** A CopyData message (PostgreSQL manual, 54.7). */
function message(data: Buffer): Buffer {
  const head = Buffer.allocUnsafe(5);
  head.write('d');
  head.writeInt32BE(data.length + 4, 1);
  return Buffer.concat([head, data]);
}
