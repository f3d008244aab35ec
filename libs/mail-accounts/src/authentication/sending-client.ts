import { isIP } from 'node:net';
import { type HeaderRecord } from '../parsing/header-record.js';
import { isHop, receivedBy } from './trusted-hop.js';

/** The machine that handed a mail in from outside, as the server wrote down that took it. */
export interface SendingClient {
  readonly ip: string;
  /** What it called itself. */
  readonly helo: string;
  /** The envelope sender (Return-Path); empty for none. */
  readonly sender: string;
}

/**
 * Who handed the mail to the hop; without a hop, to the server that wrote the topmost Received. Null when that header
 * names no address: everything below it may have been made up.
 */
export function sendingClient(headers: HeaderRecord, hop: string | null): SendingClient | null {
  const received = headers['received'] ?? [];
  const line = hop === null ? received[0] : received.find((one) => isHop(receivedBy(one), hop));
  const [, helo, rest] = /^from\s+(\S{1,255})\s+(.{0,1000})/is.exec(line ?? '') ?? [];
  if (helo === undefined || rest === undefined) return null;
  const clause = rest.split(/\bby\s/i)[0] ?? '';
  const ip = [...clause.matchAll(/\[(?:IPv6:)?([\d.:a-f]{2,45})\]/gi)]
    .map(([, found = '']) => found)
    .find(isIP);
  const sender = (headers['return-path']?.[0] ?? '').replaceAll(/[<>\s]/g, '');
  return ip === undefined ? null : { ip, helo, sender };
}
