// Loaded before the helpdesk (`--import broken-build.mjs?<breakage>`): one module of the build is another one.
import { registerHooks } from 'node:module';
import { BREAKAGES } from './breakages.mjs';

const { module, text, instead } = BREAKAGES[new URL(import.meta.url).search.slice(1)];

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    if (!url.endsWith(module)) return loaded;
    const source = Buffer.from(loaded.source).toString();
    // A breakage that breaks nothing would prove nothing.
    if (!source.includes(text)) throw new Error(`${module} no longer holds what was to be broken`);
    return { ...loaded, source: source.replace(text, instead) };
  },
});
