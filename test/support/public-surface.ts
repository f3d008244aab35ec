import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kernelProblemKinds } from '@mailroom/kernel';
import { mailAccountProblemKinds } from '@mailroom/mail-accounts';
import { bannerKinds, notificationsProblemKinds } from '@mailroom/notifications';
import { oauthProblemKinds } from '@mailroom/oauth-tokens';
import { outgoingProblemKinds } from '@mailroom/outgoing-servers';
import * as plugin from '@mailroom/plugin';
import * as testing from '@mailroom/plugin/testing';
import { webhookEvents, webServicesProblemKinds } from '@mailroom/web-services';
import { getMetadataArgsStorage } from 'typeorm';
import { knownSettings } from '../../libs/kernel/src/settings/known-settings.js';
import { exportedTypes } from './exported-types.js';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/**
 * Every name that versions speak about, one a line, sorted: `name MailArchive`, `route GET /api/tokens`. Metrics and commands are
 * those of the documentation, which other specs hold to what there is.
 */
export function publicSurface(): string[] {
  const { paths } = JSON.parse(read('apps/admin-web/openapi.json')) as { paths: Record<string, object> };
  const tables = getMetadataArgsStorage().tables.filter(({ target }) =>
    plugin.mailroomEntities.includes(target as (typeof plugin.mailroomEntities)[number]),
  );
  return [
    ...Object.keys(plugin).map((name) => `name ${name}`),
    ...exportedTypes(join(root, 'libs/plugin/src/index.ts')).map((name) => `type ${name}`),
    ...Object.keys(testing).map((name) => `name of testing ${name}`),
    ...exportedTypes(join(root, 'libs/plugin/src/testing/index.ts')).map((name) => `type of testing ${name}`),
    ...Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `route ${method.toUpperCase()} ${path}`),
    ),
    ...problemCodes().map((code) => `problem ${code}`),
    ...bannerKinds.map((kind) => `banner ${kind}`),
    ...Object.keys(knownSettings).map((key) => `setting ${key}`),
    ...webhookEvents.map((event) => `event ${event}`),
    ...tables.map(({ name }) => `table mailroom.${name}`),
    ...firstCells('docs/operations.md', /^`mailroom_\w+/).map((name) => `metric ${name}`),
    ...firstCells('docs/cli.md', /^`[a-z]+[ `]/).map((name) => `command ${name.replace(/ [<[].*/, '')}`),
  ].toSorted();
}

function problemCodes(): string[] {
  return [
    kernelProblemKinds,
    oauthProblemKinds,
    mailAccountProblemKinds,
    outgoingProblemKinds,
    webServicesProblemKinds,
    notificationsProblemKinds,
  ].flatMap((kinds) => Object.keys(kinds));
}

/** What is written as code in the first column of the tables of a page, in rows that begin like this. */
function firstCells(page: string, begins: RegExp): string[] {
  return [...read(page).matchAll(/^\| (`.+?) +\|/gm)]
    .map(([, cell = '']) => cell)
    .filter((cell) => begins.test(cell))
    .flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
}
