/** Somebody who works here. Only `admin` may administer mail. */
export interface StaffMember {
  readonly login: string;
  readonly name: string;
  readonly role: 'admin' | 'agent';
}
