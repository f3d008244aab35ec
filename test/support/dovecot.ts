import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import nodemailer from 'nodemailer';
import { type DovecotOptions, type Premises } from './dovecot-configuration.js';
import { identity, preparePremises } from './dovecot-premises.js';
import { removeWithServers, sweepLeftovers } from './leftovers.mjs';
import { maildirOf, readMaildir, type StoredMessage, writeMaildir } from './maildir.js';
import { findDovecot } from './programs.mjs';
import { until } from './until.js';

/** Whether this machine has a Dovecot that understands our configuration. */
export function dovecotAvailable(): boolean {
  return findDovecot().program !== undefined;
}

/**
 * A suite that needs Dovecot. In CI it always runs, and fails where Dovecot is missing; on a laptop without it one loud
 * line says what was not run.
 */
export function describeWithDovecot(name: string, suite: () => void): void {
  if (dovecotAvailable() || !['', 'false'].includes(process.env['CI'] ?? '')) {
    describe(name, suite);
    return;
  }
  it(`is not run on this machine: ${name}`, () => {
    const { problem } = findDovecot();
    console.error(`>>> NOT RUN: ${name}: ${problem ?? ''}`);
    expect(problem).toBeDefined();
  });
}

/** Starts a Dovecot of its own in a private folder on free ports; ready for connections when this resolves. */
export async function startDovecot(options: DovecotOptions = {}): Promise<Dovecot> {
  const { program, problem } = findDovecot();
  if (!program) throw new Error(`${problem}: see test/support/prepare-machine.mjs`);
  sweepLeftovers();
  const dovecot = new Dovecot(await preparePremises(options), program);
  await dovecot.start();
  return dovecot;
}

/** Where one protocol answers; `port` speaks plain text (STARTTLS offered), `tlsPort` TLS from the first byte. */
export interface MailPorts {
  host: string;
  port: number;
  tlsPort: number;
}

/** A running Dovecot. Every user name exists and has the password `pass`: take a new one per test and need no cleaning. */
export class Dovecot {
  readonly imap: MailPorts;
  readonly pop3: MailPorts;
  readonly lmtp: { host: string; port: number };
  /** What clients of the TLS ports must trust: PEM, for 127.0.0.1 and localhost. */
  readonly certificate: string;
  private complaint = '';
  private child: ChildProcess | undefined;

  /** @internal use startDovecot */
  constructor(
    private readonly premises: Premises,
    private readonly program: string,
  ) {
    const { imap, imaps, pop3, pop3s, lmtp } = premises.ports;
    const host = '127.0.0.1';
    this.imap = { host, port: imap, tlsPort: imaps };
    this.pop3 = { host, port: pop3, tlsPort: pop3s };
    this.lmtp = { host, port: lmtp };
    this.certificate = readFileSync(join(premises.folder, 'certificate.pem'), 'utf8');
  }

  /** Starts it where it is not running: the same mail on the same ports. Resolves when every port answers. */
  async start(): Promise<void> {
    const { premises, program } = this;
    this.child = spawn(program, ['-F', '-c', join(premises.folder, 'dovecot.conf')], {
      ...identity(premises),
      cwd: premises.folder,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.child.stderr?.on('data', (chunk: Buffer) => (this.complaint += chunk.toString()));
    await this.ready();
  }

  /** SIGKILL to all its processes, sent before this returns. The mail stays, for `start`. Resolves when they are gone. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    // It leads a process group of its own.
    process.kill(-child.pid, 'SIGKILL');
    await gone;
  }

  /** Delivers one message by LMTP, as a mail server would: with Return-Path, Delivered-To and Received on top. */
  async deliver(user: string, raw: string | Buffer): Promise<void> {
    const transport = nodemailer.createTransport({
      lmtp: true,
      ...this.lmtp,
      ignoreTLS: true,
      socketTimeout: 10_000,
    });
    try {
      await transport.sendMail({ envelope: { from: 'sender@example.test', to: [user] }, raw });
    } finally {
      transport.close();
    }
  }

  /** Puts messages into a mailbox byte for byte, before its first SELECT; makes the folder. `flags` in Maildir letters. */
  seed(
    user: string,
    raws: readonly Buffer[],
    { folder = 'INBOX', flags = '' }: { folder?: string; flags?: string } = {},
  ): void {
    const { uid, gid } = this.premises.account;
    const home = this.homeOf(user);
    mkdirSync(home, { recursive: true });
    chownSync(home, uid, gid);
    const maildir = maildirOf(home, folder);
    if (folder !== 'INBOX') writeMaildir(maildirOf(home), [], { uid, gid });
    writeMaildir(maildir, raws, { uid, gid, flags });
  }

  /** What lies in a folder right now, oldest first. */
  messages(user: string, folder = 'INBOX'): StoredMessage[] {
    return readMaildir(maildirOf(this.homeOf(user), folder));
  }

  /** Runs doveadm against this server: `doveadm('expunge', '-u', user, 'mailbox', 'INBOX', 'uid', '5')`. */
  async doveadm(...args: string[]): Promise<string> {
    const all = ['-c', join(this.premises.folder, 'dovecot.conf'), ...args];
    const options = { ...identity(this.premises), cwd: this.premises.folder, timeout: 20_000 };
    const doveadm = join(dirname(dirname(this.program)), 'bin/doveadm');
    return (await promisify(execFile)(doveadm, all, options)).stdout;
  }

  /** Everything it wrote to its log so far; refused logins say why here, and only here. */
  log(): string {
    return readFileSync(join(this.premises.folder, 'dovecot.log'), 'utf8');
  }

  /** Ends it at once, with all its processes, and removes its folder with the mail. */
  async stop(): Promise<void> {
    // On SIGTERM its children would take a second, and there is nothing to save.
    await this.kill();
    removeWithServers(this.premises.folder);
  }

  private async ready(): Promise<void> {
    try {
      await until(() => this.greetsEverywhere(), { timeoutMs: 15_000, what: 'Dovecot to listen' });
    } catch (error) {
      await this.stop();
      throw new Error(`Dovecot did not start: ${this.complaint}`, { cause: error });
    }
  }

  private async greetsEverywhere(): Promise<boolean> {
    if (typeof this.child?.exitCode === 'number') throw new Error(`it ended with ${this.child.exitCode}`);
    const { imap, pop3, lmtp } = this.premises.ports;
    return (await Promise.all([imap, pop3, lmtp].map(greets))).every(Boolean);
  }

  private homeOf(user: string): string {
    return join(this.premises.folder, 'mail', user.toLowerCase());
  }
}

function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.setTimeout(2_000, () => socket.destroy());
    socket.once('data', () => {
      resolve(true);
      socket.destroy();
    });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });
}
