/**
 * As a source of a statement: its commit does not wait for the disk. A database that crashes may forget the last moments
 * (three times `wal_writer_delay`, 0.6 s by default), a process that dies loses nothing. For what may happen twice but
 * not be lost: what a mail was claimed for, and that it was sent.
 */
export const RELAXED_COMMIT = `(select set_config('synchronous_commit', 'off', true)) as relaxed`;
