/** Where the helpers are, in the package. */
export const HELPERS: string;

/** Takes what the compiler writes at the top of each file with decorators out of it: once in the package is enough. */
export function sharedHelpers(): {
  /** A compiled file at a path of the package, with an import in the place of helpers, on the lines it had. */
  take(code: string, path: string): string;
  /** The file that is imported. */
  text(): string;
};
