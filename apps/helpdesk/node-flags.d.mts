/** Flags for the Node that runs the helpdesk. */
export const nodeFlags: readonly string[];
/** Its environment, beside what the operator sets. */
export const nodeEnvironment: Readonly<Record<string, string>>;
