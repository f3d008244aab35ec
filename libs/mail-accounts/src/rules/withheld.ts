/** Why the host does not get a mail. `detail` names the rule, or the sender. */
export interface Withheld {
  readonly kind: 'ignored' | 'quarantined';
  readonly problem: 'ignored-by-rule' | 'ignored-by-header' | 'quarantined-by-rule' | 'sender-too-frequent';
  readonly detail: string | null;
}
