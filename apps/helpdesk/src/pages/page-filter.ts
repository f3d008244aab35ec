import {
  Catch,
  HttpException,
  Injectable,
  Logger,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import { type Response } from 'express';
import { correlationId, Problem } from '@mailroom/plugin';
import { SignInRequired } from '../staff/sign-in-required.js';
import { type StaffRequest } from '../staff/staff-guard.js';
import { html } from './html.js';
import { layout } from './layout.js';
import { showPage } from './show-page.js';

const SENTENCES: Readonly<Record<number, string>> = {
  400: 'That could not be read.',
  403: 'That is not allowed.',
  404: 'There is no such page.',
  413: 'That is too long.',
  500: 'Something went wrong. It has been logged.',
};

/** Leads people who are not signed in to the sign-in, and answers every other failure with a page. */
@Catch()
@Injectable()
export class PageFilter implements ExceptionFilter {
  readonly #logger = new Logger('Helpdesk');

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    if (error instanceof SignInRequired) {
      response.redirect(303, `/sign-in?next=${encodeURIComponent(error.wanted)}`);
      return;
    }
    const status = statusOf(error);
    if (status === 500) this.#logger.error(failure(error));
    const { staff: member = null } = host.switchToHttp().getRequest<StaffRequest>();
    const sentence = SENTENCES[status] ?? 'That did not work.';
    const page = html`<h1>${sentence}</h1>
      <p><a href="/">Back to the tickets</a></p>`;
    showPage(response, layout({ title: sentence, member }, page), status);
  }
}

function failure(error: unknown) {
  const stack = error instanceof Error ? error.stack : 'no Error was thrown';
  return { event: 'page-failed', msg: 'A page failed', correlationId: correlationId(), stack };
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  return error instanceof Problem && error.kind === 'not-found' ? 404 : 500;
}
