/** Flags for the Node that runs the helpdesk. */
export const nodeFlags: readonly string[];
