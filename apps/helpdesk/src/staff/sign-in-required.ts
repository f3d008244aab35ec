/** Nobody is signed in; `wanted` is the path to return to afterwards. */
export class SignInRequired extends Error {
  constructor(readonly wanted: string) {
    super('sign in first');
  }
}

/** The path itself when it leads to one of our own pages, else the start page: no other site is ever redirected to. */
export function ownPath(path: unknown): string {
  return typeof path === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : '/';
}
