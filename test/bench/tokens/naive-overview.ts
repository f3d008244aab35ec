import pg from 'pg';

/**
 * The overview as one would write it first: read all clients and all tokens, join and sort them in memory, answer the
 * first page. Answers how many ms each of `rounds` takes.
 */
export async function naiveOverview(databaseUrl: string, rounds: number): Promise<number[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const times: number[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      const begun = performance.now();
      const { rows: clients } = await client.query<{ id: string }>('select * from mailroom.oauth_client');
      const { rows: tokens } = await client.query<Row>('select * from mailroom.oauth_token');
      const byId = new Map(clients.map((each) => [each.id, each]));
      const joined = tokens.map((token) => ({ token, client: byId.get(token.client_id) }));
      const sorted = joined.toSorted((one, other) => urgency(one.token) - urgency(other.token));
      JSON.stringify(sorted.slice(0, 50));
      times.push(performance.now() - begun);
    }
  } finally {
    await client.end();
  }
  return times;
}

interface Row {
  readonly client_id: string;
  readonly state: string;
}

function urgency({ state }: Row): number {
  return ['reconnect', 'suspected', 'live'].indexOf(state);
}
