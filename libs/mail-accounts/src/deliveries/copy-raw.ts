import type { Writable } from 'node:stream';
import { QueryFailedError, type EntityManager } from 'typeorm';

/** Packed bytes on their way into the archive. */
export interface RawRow {
  readonly id: string;
  readonly packed: Buffer;
}

const COPY = 'copy mailroom.raw_mail (delivery_id, bytes) from stdin (format binary)';
const SIGNATURE = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);
const END = Buffer.from([0xff, 0xff]);
const UUID_BYTES = 16;

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
 * Stores rows of the archive with COPY in its binary format: the bytes go to the socket as they are, where a parameter
 * of an INSERT would be copied several times on its way. False, with nothing done, on a connection that cannot do it
 * (not node-postgres' own, or one that pipelines). Throws QueryFailedError, as any other statement.
 */
export async function copyRaw(rows: readonly RawRow[], { queryRunner }: EntityManager): Promise<boolean> {
  const client = (await queryRunner?.connect()) as Client | undefined;
  if (!client?.connection?.stream || !client.connection.endCopyFrom || client.pipeline) return false;
  try {
    await new Promise<void>((resolve, reject) => {
      client.query(new CopyIn(rows, resolve, reject));
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
    private readonly rows: readonly RawRow[],
    private readonly resolve: () => void,
    private readonly reject: (error: Error) => void,
  ) {}

  submit(wire: Wire): void {
    wire.query(COPY);
  }

  handleCopyInResponse(wire: Wire): void {
    const { stream } = wire;
    stream.cork();
    stream.write(message(SIGNATURE.length, SIGNATURE));
    for (const { id, packed } of this.rows) {
      const fields = fieldsBefore(id, packed.length);
      stream.write(message(fields.length + packed.length, fields));
      stream.write(packed);
    }
    stream.write(message(END.length, END));
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

/** A CopyData message of so many bytes, of which these are the first (PostgreSQL manual, 54.7). */
function message(length: number, first: Buffer): Buffer {
  const head = Buffer.allocUnsafe(5);
  head.write('d');
  head.writeInt32BE(length + 4, 1);
  return Buffer.concat([head, first]);
}

/** A row of two fields, up to where the second one's bytes begin. */
function fieldsBefore(id: string, length: number): Buffer {
  const fields = Buffer.allocUnsafe(10 + UUID_BYTES);
  fields.writeInt16BE(2, 0);
  fields.writeInt32BE(UUID_BYTES, 2);
  fields.write(id.replaceAll('-', ''), 6, 'hex');
  fields.writeInt32BE(length, 6 + UUID_BYTES);
  return fields;
}
