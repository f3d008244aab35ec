/** Somebody who works here. Only `admin` may administer mail; `agent` may connect a mailbox of their own. */
export interface StaffMember {
  readonly login: string;
  readonly name: string;
  readonly role: 'admin' | 'agent';
}
