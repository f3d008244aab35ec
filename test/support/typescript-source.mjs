import { registerHooks } from 'node:module';

/**
 * Lets plain scripts import our TypeScript as it stands, without a build that could be stale: Node strips the types,
 * this finds `x.ts` where the source says `./x.js`. Node 22.18 and later; only for files without decorators.
 */
registerHooks({
  resolve(specifier, context, next) {
    try {
      return next(specifier, context);
    } catch (error) {
      if (!/^\.{1,2}\/.*\.js$/.test(specifier)) throw error;
      return next(specifier.replace(/\.js$/, '.ts'), context);
    }
  },
});
