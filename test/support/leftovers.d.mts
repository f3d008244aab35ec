export declare function privateFolder(kind: string): string;
export declare function sweepLeftovers(): void;
export declare function removeWithServers(folder: string): void;
