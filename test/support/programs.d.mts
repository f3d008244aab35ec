export declare const mailPackages: readonly string[];
export declare function findDovecot():
  { program: string; problem?: undefined } | { program?: undefined; problem: string };
export declare function findMbsync(): string | undefined;
export declare function findChromium(): string | undefined;

/** The Postfix of this machine and the account it runs as, or the reason why the tests cannot use it. */
export declare function findPostfix(): {
  program?: string;
  user?: { uid: number; gid: number };
  problem?: string;
};
