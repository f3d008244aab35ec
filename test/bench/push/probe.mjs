// Loaded into the helpdesk's process (`--import`, with `--expose-gc`): at SIGUSR2 it collects garbage until nothing more
// comes of it and prints what it holds then.
import { setTimeout as pause } from 'node:timers/promises';

process.on('SIGUSR2', () => {
  void (async () => {
    for (let turn = 0; turn < 6; turn += 1) {
      globalThis.gc();
      await pause(50);
    }
    const { rss, heapUsed, external, arrayBuffers } = process.memoryUsage();
    const kb = (bytes) => Math.round(bytes / 1024);
    const held = { rss: kb(rss), heap: kb(heapUsed), external: kb(external), buffers: kb(arrayBuffers) };
    console.log(`held ${JSON.stringify(held)}`);
  })();
});
