export declare const mailPackages: readonly string[];
export declare function findDovecot():
  { program: string; problem?: undefined } | { program?: undefined; problem: string };
export declare function findMbsync(): string | undefined;
export declare function findChromium(): string | undefined;
