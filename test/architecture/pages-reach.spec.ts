import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const pages = join(import.meta.dirname, '../../apps/admin-web');
const source = readdirSync(join(pages, 'src'), { recursive: true, withFileTypes: true })
  .filter(({ name }) => /\.tsx?$/.test(name) && !/\.(spec|gen)\./.test(name))
  .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
  .join('\n');
const { paths } = JSON.parse(readFileSync(join(pages, 'openapi.json'), 'utf8')) as {
  paths: Record<string, Record<string, unknown>>;
};
const routes = Object.entries(paths).flatMap(([path, operations]) =>
  Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
);

/** Routes that no page needs, and who does. */
const FOR_OTHERS: Readonly<Record<string, string>> = {
  'GET /api/health': 'probes',
  'GET /api/metrics': 'Prometheus',
  'DELETE /api/page-session': 'hosts that know people by bearer tokens, when somebody signs out',
  'GET /api/outbox/{id}': 'hosts that keep the id of a mail; the list of the pages tells the same',
  'GET /api/deliveries/{id}/preview/html': 'the frame of a preview, whose address the preview tells',
  'PUT /api/servers/order': 'scripts that put all servers into order; the pages move one at a time',
  'POST /api/servers/{id}/check': 'scripts; the pages test what stands in their form',
};

/** By the typed client (`api.GET('/api/…')`), or by an address in the text (`api/deliveries/${id}/raw`). */
function isReached(route: string): boolean {
  const [method = '', path = ''] = route.split(' ');
  const typed = new RegExp(`\\.${method}\\(\\s*'${literally(path)}'`);
  const parts = path
    .slice(1)
    .split(/\{\w+\}/)
    .map((part) => literally(part));
  const named = new RegExp(`[/'"\`}]${parts.join('\\$\\{[\\w.]+\\}')}['"\`?]`);
  return typed.test(source) || named.test(source);
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

it('has a place in the pages for everything the API can do', () => {
  expect(routes.filter((route) => !(route in FOR_OTHERS) && !isReached(route))).toEqual([]);
});

it('excuses no route that is gone', () => {
  expect(Object.keys(FOR_OTHERS).filter((route) => !routes.includes(route))).toEqual([]);
});
