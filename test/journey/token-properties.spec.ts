import { randomUUID } from 'node:crypto';
import { SchedulerRegistry } from '@nestjs/schedule';
import { type Secret } from '@mailroom/kernel';
import { AccessTokens } from '@mailroom/oauth-tokens';
import fc from 'fast-check';
import { TokenEndpoint } from '../../libs/oauth-tokens/src/token-endpoint/token-endpoint.js';
import { OAuthToken } from '../../libs/oauth-tokens/src/tokens/oauth-token.js';
import { RefreshLease } from '../../libs/oauth-tokens/src/tokens/refresh-lease.js';
import { StoredTokens } from '../../libs/oauth-tokens/src/tokens/stored-tokens.js';
import { TokenRefresh } from '../../libs/oauth-tokens/src/tokens/token-refresh.js';
import { TokenSeals } from '../../libs/oauth-tokens/src/tokens/token-seals.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { type Event, events, ModelProvider } from '../support/model-provider.js';

const ENDPOINT = 'https://provider.test/token';
const SEED = 20_261_120;
/** Each of the two: stories that begin later are left out, once there were enough. */
const BUDGET_MS = 7_500;
const STORIES_AT_LEAST = 5;

let mailroom: RunningMailroom;
beforeAll(async () => {
  mailroom = await startMailroom({ logger: false });
  mailroom.app.get(SchedulerRegistry).deleteInterval('mailroom:refresh-ahead');
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => mailroom?.stop());

const part = <T>(type: abstract new (...args: never[]) => T): T => mailroom.app.get(type, { strict: false });

/** One refresh: what happens to it, after how much time, and whether an admin pressed the button. */
interface Step {
  readonly event: Event;
  readonly minutes: number;
  readonly insists: boolean;
  /** The process dies with the answer in its hands, and its lease lapses. */
  readonly dies: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  event: fc.oneof({ weight: 3, arbitrary: fc.constant('answered' as const) }, fc.constantFrom(...events)),
  minutes: fc.constantFrom(0, 0.5, 2, 30, 61, 180),
  insists: fc.boolean(),
  dies: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true)),
});

/** A grant in store and at a provider, and what was heard of it. */
class Story {
  readonly #plainRefusals: Date[] = [];
  #delivered: string[];
  #answerWasLost = false;
  #now = Date.now();
  id = randomUUID();

  constructor(private readonly provider: ModelProvider) {
    this.#delivered = [provider.begin()];
  }

  async begin(): Promise<void> {
    const clientId = randomUUID();
    // Templates differ in what they assume of rotation; that is what the provider really does here.
    const template = this.provider.isStrict ? 'custom' : 'microsoft-365';
    const seals = part(TokenSeals);
    await mailroom.dataSource.query(
      `insert into mailroom.oauth_client
         (id, name, template, client_id, token_endpoint, scope, created_at, updated_at, updated_by)
       values ($1::uuid, $1::uuid::text, $2, 'app', $3, 'mail', now(), now(), 'spec')`,
      [clientId, template, ENDPOINT],
    );
    await mailroom.dataSource.query(
      `insert into mailroom.oauth_token
         (id, client_id, mailbox, subject, scope, sealed_access, access_obtained_at, access_expires_at, sealed_refresh,
          refresh_obtained_at, refresh_due_at, connected_at, connected_by, since)
       values ($1, $2, 'ann@spec.test', 'ann', 'mail', $3, mailroom.now(), mailroom.now(), $4, mailroom.now(),
               mailroom.now(), mailroom.now(), 'spec', mailroom.now())`,
      [
        this.id,
        clientId,
        seals.sealAccess(this.id, 'access'),
        seals.sealRefresh(this.id, ENDPOINT, this.#delivered[0]!),
      ],
    );
  }

  async live({ event, minutes, insists, dies }: Step): Promise<void> {
    await this.pass(minutes);
    const endpoint = jest.spyOn(part(TokenEndpoint), 'refresh');
    endpoint.mockImplementation((_, sent) => Promise.resolve(this.hear(sent, event, dies)));
    const attempt = part(TokenRefresh).attempt(await part(StoredTokens).get(this.id), insists);
    await (dies ? Promise.race([attempt, this.death()]) : attempt);
    jest.restoreAllMocks();
    if (dies) await this.leaseLapses();
    await this.check();
  }

  /** Nothing fails any more and enough time passes: who can be saved is saved. */
  async end(): Promise<void> {
    await this.pass(24 * 60);
    const endpoint = jest.spyOn(part(TokenEndpoint), 'refresh');
    endpoint.mockImplementation((_, sent) => Promise.resolve(this.hear(sent, 'answered', false)));
    const good = this.provider.takes(await this.refreshInStore());
    const got = await part(AccessTokens)
      .get(this.id)
      .then(
        () => true,
        () => false,
      );
    jest.restoreAllMocks();
    if (good) expect({ got, state: (await this.token()).state }).toEqual({ got: true, state: 'live' });
    await this.check();
  }

  /** The process ends before it has stored the tokens that it got. */
  private death(): Promise<void> {
    return new Promise((resolve) => {
      jest.spyOn(part(RefreshLease), 'keep').mockImplementation(() => {
        resolve();
        return new Promise(() => undefined);
      });
    });
  }

  private hear(sent: Secret, event: Event, dies: boolean) {
    const outcome = this.provider.answer(sent.reveal(), event, 'ann');
    const plain = outcome.kind === 'failure' && outcome.signs.error === 'invalid_grant';
    if (plain && outcome.skewMs === 0) this.#plainRefusals.push(new Date(this.#now));
    if (outcome.kind === 'tokens' && event !== 'somebody else' && !dies) {
      this.#plainRefusals.length = 0;
      this.#answerWasLost = false;
      if (outcome.tokens.refresh_token !== undefined) this.#delivered.push(outcome.tokens.refresh_token);
    } else if (dies || event === 'somebody else' || (outcome.kind === 'failure' && !outcome.answered)) {
      this.#answerWasLost = true;
    }
    return outcome;
  }

  private async check(): Promise<void> {
    const { state } = await this.token();
    const stored = await this.refreshInStore();
    const usable = this.#delivered.some((one) => this.provider.takes(one));
    // No usable refresh token that we ever held is lost.
    expect({ usable, stored: this.provider.takes(stored) }).toEqual({ usable, stored: usable });
    // Nobody is asked to reconnect without a definite death.
    if (state === 'reconnect') expect(this.isDefinitelyDead()).toBe(true);
  }

  private isDefinitelyDead(): boolean {
    const [first] = this.#plainRefusals;
    const last = this.#plainRefusals.at(-1);
    const twice = first !== undefined && last !== undefined && last.getTime() - first.getTime() >= 60_000;
    return twice || (this.provider.isStrict && this.#answerWasLost && first !== undefined);
  }

  private async pass(minutes: number): Promise<void> {
    this.#now += minutes * 60_000;
    await mailroom.timePasses({ minutes });
  }

  private async token(): Promise<OAuthToken> {
    return (await part(StoredTokens).get(this.id)).token;
  }

  private async refreshInStore(): Promise<string> {
    const { sealedRefresh } = await this.token();
    return part(TokenSeals)
      .openRefresh(this.id, ENDPOINT, sealedRefresh ?? '')
      .reveal();
  }

  private async leaseLapses(): Promise<void> {
    const sql = `update mailroom.oauth_token set lease_until = clock_timestamp() - interval '1 second' where id = $1 and lease_until is not null`;
    await mailroom.dataSource.query(sql, [this.id]);
  }
}

describe.each([
  ['lenient', false],
  ['strictly rotating', true],
])('under a %s provider', (_, isStrict) => {
  it('no sequence of answers loses a usable refresh token or asks to reconnect without a definite death', async () => {
    const end = performance.now() + BUDGET_MS;
    let told = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
        if (performance.now() > end && told > STORIES_AT_LEAST) return;
        const story = new Story(new ModelProvider(isStrict));
        await story.begin();
        for (const each of steps) await story.live(each);
        await story.end();
        told += 1;
      }),
      { seed: SEED, numRuns: 200 },
    );
    expect(told).toBeGreaterThan(STORIES_AT_LEAST);
  }, 60_000);
});
