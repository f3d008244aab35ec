import { Injectable } from '@nestjs/common';
import { Clock, Egress, problemSaid, type Secret } from '@mailroom/kernel';
import { admissionOf } from '../admission/admission.js';
import { type Client } from '../clients/client-answer.js';
import { OAuthClients } from '../clients/oauth-clients.js';
import { templateOf } from '../providers/client-templates.js';
import { requireSafeEndpoint } from '../token-endpoint/safe-endpoint.js';
import { AccessTokens } from '../tokens/access-tokens.js';
import { RefreshNow } from '../tokens/refresh-now.js';
import { type Token } from '../tokens/token-answer.js';
import { TokenList } from '../tokens/token-list.js';
import { requireComplete, requireProof } from './check-client.js';
import { ClientTrial } from './client-trial.js';
import { requireSameTime } from './clock-skew.js';
import { type DiagnosisAnswer, type DiagnosisInput } from './diagnosis-answer.js';
import { explainClaims, type Explanation } from './explain-claims.js';
import { failureProblem } from './failure-problem.js';
import { readClaims, type Claims } from './read-claims.js';
import { StepNotes } from './step-notes.js';

const DEADLINE_MS = 8_000;
const NOTHING: Explanation = { faults: [], hints: [] };

/**
 * Why does the sign-in fail? Looks step by step, from the client to what its token says, and stops at the first cause.
 * Changes nothing but what a refresh changes, and refreshes only what is due or asked for, in the one way that never
 * spends a refresh token twice. A client without a token is tried at the provider only when that is asked for.
 */
@Injectable()
export class Diagnosis {
  constructor(
    private readonly clients: OAuthClients,
    private readonly tokens: TokenList,
    private readonly access: AccessTokens,
    private readonly refresh: RefreshNow,
    private readonly trial: ClientTrial,
    private readonly egress: Egress,
    private readonly clock: Clock,
  ) {}

  /** Of a token. Problem `token-not-found`; everything else is an answer. */
  async ofToken(tokenId: string, input: DiagnosisInput): Promise<DiagnosisAnswer> {
    const token = await this.tokens.get(tokenId);
    return this.run(await this.clients.get(token.clientId), token, input);
  }

  /** Of a client, with the most troubled of its tokens where it has any. Problem `client-not-found`. */
  async ofClient(clientId: string, input: DiagnosisInput): Promise<DiagnosisAnswer> {
    const client = await this.clients.get(clientId);
    const worst = { client: clientId, sort: 'urgency', limit: 1, offset: 0 } as const;
    const [token] = (await this.tokens.page(worst)).items;
    return this.run(client, token ?? null, input);
  }

  private async run(client: Client, token: Token | null, input: DiagnosisInput): Promise<DiagnosisAnswer> {
    const notes = new StepNotes();
    const sound = await this.lookAtClient(client, notes);
    const asked = sound && input.ask ? requestFor(client, token) : 'none';
    const value = sound ? await this.valueOf(client, token, input, asked, notes) : null;
    const claims = value && readClaims(value);
    const { hints } = claims ? await this.lookAtClaims(claims, client, token, notes) : NOTHING;
    return {
      steps: notes.steps,
      asked,
      token: token && { id: token.id, mailbox: token.mailbox },
      claims: claims && claimsAnswer(claims),
      opaque: value !== null && claims === null,
      hints: hints.map(problemSaid),
      commands: commandsFor(client, token, claims),
    };
  }

  private async valueOf(
    { id }: Client,
    token: Token | null,
    input: DiagnosisInput,
    asked: DiagnosisAnswer['asked'],
    notes: StepNotes,
  ): Promise<Secret | null> {
    if (token) return this.lookAtToken(token, input, notes);
    if (asked === 'trial-token') return notes.take('token', () => this.trial.token(id, input.mailbox));
    if (asked === 'made-up-token') await notes.take('secret', () => this.trial.proof(id));
    return null;
  }

  private async lookAtClient(client: Client, notes: StepNotes): Promise<boolean> {
    const usable = async (): Promise<true> => {
      requireComplete(client);
      await this.clients.open(client.id);
      return true;
    };
    if (!(await notes.take('client', usable))) return false;
    const now = this.clock.now();
    if (!(await notes.take('proof', () => (requireProof(client, now), true)))) return false;
    const answer = await notes.take('endpoint', () => this.reach(client.tokenEndpoint));
    if (!answer) return false;
    const date = answer.headers.get('date');
    return (await notes.take('clock', () => (requireSameTime(date, this.clock.now()), true))) ?? false;
  }

  // A token endpoint takes forms only (RFC 6749 section 3.2): any answer to this, a refusal too, shows that it is there.
  private async reach(endpoint: string): Promise<Response> {
    await requireSafeEndpoint(this.egress, endpoint);
    return this.egress.fetch(endpoint, { timeoutMs: DEADLINE_MS });
  }

  // Also a token that could not be renewed may be good for a while: then the claims of the old one are looked at.
  private async lookAtToken(token: Token, { ask }: DiagnosisInput, notes: StepNotes): Promise<Secret | null> {
    let value: Secret | null = null;
    await notes.take('token', async () => {
      if (ask) await this.refresh.run(token.id);
      ({ value } = await this.access.get(token.id));
      const { failure, ...renewed } = await this.tokens.get(token.id);
      if (failure) throw failureProblem(failure, renewed);
    });
    return value;
  }

  private async lookAtClaims(claims: Claims, client: Client, token: Token | null, notes: StepNotes) {
    const { flow, clientId, tenant, scope, template } = client;
    const mailbox = flow === 'authorization-code' ? (token?.mailbox ?? null) : null;
    const { provider } = templateOf(template);
    const found = explainClaims(claims, { provider, flow, clientId, tenant, scope, mailbox });
    for (const fault of found.faults.slice(0, 1)) await notes.take('claims', () => Promise.reject(fault));
    if (found.faults.length === 0) await notes.take('claims', () => undefined);
    return { ...found, hints: [...found.faults.slice(1), ...found.hints] };
  }
}

// Without a secret or a key there is nothing that a made-up token could prove.
function requestFor(
  { flow, secrets, key, clientAuthentication }: Client,
  token: Token | null,
): DiagnosisAnswer['asked'] {
  if (token) return 'refresh';
  if (flow !== 'authorization-code') return 'trial-token';
  const proves = clientAuthentication === 'private-key-jwt' ? key !== null : secrets.length > 0;
  return proves ? 'made-up-token' : 'none';
}

function claimsAnswer(claims: Claims): DiagnosisAnswer['claims'] {
  const { audience, scopes, roles, issuedAt, expiresAt } = claims;
  return {
    ...claims,
    audience: [...audience],
    scopes: [...scopes],
    roles: [...roles],
    issuedAt: issuedAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
  };
}

function commandsFor(client: Client, token: Token | null, claims: Claims | null): string[] {
  const mailbox = token?.uses.find(({ name: used }) => used.includes('@'))?.name;
  const objectId = claims?.objectId;
  return admissionOf(client, { ...(mailbox && { mailbox }), ...(objectId && { objectId }) }).commands;
}
