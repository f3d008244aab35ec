import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './programs.mjs';

/** Nothing a test needs, everything that would talk to the network or wait for a desktop. */
const quiet = [
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

/** Starts a headless Chromium of this machine (see findChromium). The caller closes it. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath)
    throw new Error('no Chromium runs here: set CHROMIUM_PATH, or apt-get install chromium');
  const args = process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet;
  return chromium.launch({ executablePath, args, timeout: 30_000 });
}
