export declare function mayRunAgain(failed: readonly string[], root: string): boolean;
