/** What the kernel and the plugin write into the audit log; each has a sentence in the pages. */
export const kernelAuditActions = [
  'audit-exported',
  'setting-changed',
  'copy-paused',
  'keys-rotated',
  'moved-in',
  'page-session-opened',
] as const;
