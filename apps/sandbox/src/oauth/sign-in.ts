import { type IncomingMessage, type ServerResponse } from 'node:http';
import { type Provider } from 'oidc-provider';
import { type People } from '../mail/people.js';
import { sendPage } from '../pages/page.js';
import { readForm } from '../pages/read-form.js';
import { parameter } from './parameter.js';
import { type Profile } from './profiles.js';
import { consentPage, signInPage } from './sign-in-pages.js';

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

/** The pages between an authorization request and its answer: who are you, and do you agree? */
export class SignIn {
  constructor(
    private readonly profile: Profile,
    private readonly provider: Provider,
    private readonly people: People,
  ) {}

  async handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const interaction = await this.provider.interactionDetails(req, res).catch(() => null);
    if (!interaction)
      return sendPage(res, 400, 'This sign-in is over. Go back to the application and start again.');
    if (req.method === 'POST') return this.submit(interaction, await readForm(req), req, res);
    sendPage(res, 200, await this.pageFor(interaction));
  }

  private async submit(
    interaction: Interaction,
    form: URLSearchParams,
    req: IncomingMessage,
    res: ServerResponse,
  ): Promise<void> {
    if (form.get('decision') === 'deny') {
      const denied = { error: 'access_denied', error_description: 'The resource owner denied the request' };
      return this.provider.interactionFinished(req, res, denied, { mergeWithLastSubmission: false });
    }
    if (interaction.prompt.name === 'consent') return this.consent(interaction, form, req, res);
    const person = this.people.withPassword(form.get('address') ?? '', form.get('password') ?? '');
    if (!person)
      return sendPage(
        res,
        200,
        await this.pageFor(interaction, form.get('address') ?? '', 'That mailbox or password is wrong.'),
      );
    await this.provider.interactionFinished(req, res, { login: { accountId: person.id, remember: false } });
  }

  private async consent(
    interaction: Interaction,
    form: URLSearchParams,
    req: IncomingMessage,
    res: ServerResponse,
  ): Promise<void> {
    const asked = scopesOf(interaction);
    const granted =
      this.profile === 'google' ? asked.filter((scope) => form.getAll('scope').includes(scope)) : asked;
    const grant = new this.provider.Grant({
      accountId: interaction.session?.accountId ?? '',
      clientId: String(interaction.params.client_id),
    });
    grant.addOIDCScope(asked.join(' '));
    const withheld = asked.filter((scope) => !granted.includes(scope));
    if (withheld.length > 0) grant.rejectOIDCScope(withheld.join(' '));
    await this.provider.interactionFinished(req, res, { consent: { grantId: await grant.save() } });
  }

  private async pageFor(interaction: Interaction, address?: string, problem?: string): Promise<string> {
    const client = await this.clientName(interaction);
    if (interaction.prompt.name === 'consent') {
      const person = this.people.byId(interaction.session?.accountId ?? '');
      return consentPage(this.profile, client, person?.address ?? '', scopesOf(interaction));
    }
    const hint = address ?? parameter(interaction.params.login_hint);
    return signInPage({
      profile: this.profile,
      client,
      address: hint,
      people: this.people.all,
      ...(problem ? { problem } : {}),
    });
  }

  private async clientName({ params }: Interaction): Promise<string> {
    const client = await this.provider.Client.find(String(params.client_id));
    return client?.clientName ?? String(params.client_id);
  }
}

function scopesOf({ params }: Interaction): string[] {
  return parameter(params.scope).split(' ').filter(Boolean);
}
