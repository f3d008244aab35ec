import { PreparedStatements, type PreparingClient } from './prepared.js';

const STATEMENT = { name: 'one', text: 'select 1' };

/** A client that fails once with each of these codes, and keeps what it was asked. */
function clientFailingWith(...codes: string[]) {
  const asked: (string | undefined)[] = [];
  const client: PreparingClient = {
    query: ({ name }) => {
      asked.push(name);
      const code = codes.shift();
      return code === undefined
        ? Promise.resolve({ rows: [], rowCount: 0 })
        : Promise.reject(Object.assign(new Error(code), { code }));
    },
  };
  return { client, asked };
}

it('prepares under the name', async () => {
  const { client, asked } = clientFailingWith();
  await new PreparedStatements().run(client, STATEMENT, []);
  expect(asked).toEqual(['one']);
});

it.each(['26000', '42P05'])('does without names once a pooler has shown itself (%s)', async (code) => {
  const { client, asked } = clientFailingWith(code);
  const statements = new PreparedStatements();
  await statements.run(client, STATEMENT, []);
  await statements.run(client, STATEMENT, []);
  expect(asked).toEqual(['one', undefined, undefined]);
});

it('does not ask again what failed for another reason', async () => {
  const { client, asked } = clientFailingWith('40001');
  await expect(new PreparedStatements().run(client, STATEMENT, [])).rejects.toThrow('40001');
  expect(asked).toEqual(['one']);
});
