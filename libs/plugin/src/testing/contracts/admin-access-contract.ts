import assert from 'node:assert/strict';
import { type Actor, type AdminAccess } from '@mailroom/kernel';
import { type PortPromise } from './contract.js';

/** An AdminAccess, and requests of people as the host's framework hands them over. */
export interface AdminAccessSubject {
  readonly access: AdminAccess;
  /** Of somebody who may administer mail. */
  readonly admin: unknown;
  /** Of somebody who is signed in and may not. */
  readonly visitor: unknown;
  /** Of nobody. */
  readonly stranger: unknown;
}

/** What an `AdminAccess` promises. */
export function adminAccessContract(make: () => Promise<AdminAccessSubject>): readonly PortPromise[] {
  const promise = (says: string, check: (subject: AdminAccessSubject) => Promise<void>): PortPromise => ({
    says,
    check: async () => check(await make()),
  });
  return [
    promise('knows an admin, under the same id each time', async ({ access, admin }) => {
      const [first, again] = [await known(access, admin), await known(access, admin)];
      assert.ok(first.id !== '' && first.name !== '', 'an actor has an id and a name');
      assert.equal(again.id, first.id, 'the id changes from request to request');
    }),
    promise('knows nobody behind the request of nobody', async ({ access, stranger }) => {
      assert.equal(await access.actorOf(stranger), null);
    }),
    promise('finds by id whom it knew by request', async ({ access, admin, visitor }) => {
      for (const request of [admin, visitor]) {
        const { id } = await known(access, request);
        assert.equal((await access.actorById(id))?.id, id, `actorById does not find ${id}`);
      }
    }),
    promise('finds nobody under an id that it never gave', async ({ access }) => {
      const found = await access.actorById('nobody-7f3c1b52');
      assert.ok(
        found === null || !(await access.mayAdminister(found)),
        'whoever is made up may administer mail',
      );
    }),
    promise('lets admins administer and visitors not', async ({ access, admin, visitor }) => {
      assert.equal(await access.mayAdminister(await known(access, admin)), true, 'the admin may not');
      assert.equal(await access.mayAdminister(await known(access, visitor)), false, 'the visitor may');
    }),
    promise('takes nobody for somebody who has proved who they are', async ({ access, stranger }) => {
      assert.notEqual(await access.reauthenticated?.(stranger), true);
    }),
  ];
}

async function known(access: AdminAccess, request: unknown): Promise<Actor> {
  const actor = await access.actorOf(request);
  assert.ok(actor, 'actorOf answers null for somebody who is signed in');
  return actor;
}
