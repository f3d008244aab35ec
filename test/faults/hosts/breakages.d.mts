/** By name: a built module (its path ends so), the text in it, and what takes its place. */
export declare const BREAKAGES: Readonly<Record<string, { module: string; text: string; instead: string }>>;
