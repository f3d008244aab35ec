import { Body, Get, HttpCode, Param, Patch, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import {
  AdminController,
  ApiLiveAnswer,
  CurrentActor,
  IfMatch,
  TaggedAnswer,
  TaggedChange,
  type Precondition,
  HangUp,
  findingsSchema,
  liveAnswer,
  typedForm,
  WantsLines,
  type Actor,
  type Findings,
  type TypedForm,
} from '@mailroom/kernel';
import { z } from 'zod';
import { accountSchema, type Account } from './account-answer.js';
import {
  accountChangesSchema,
  accountDraftSchema,
  accountEdition,
  accountStateSchema,
  accountTrialSchema,
  newAccountSchema,
  type AccountChanges,
  type AccountDraft,
  type AccountStateChange,
  type AccountTrial,
  type NewAccount,
} from './account-input.js';
import { accountCheckSchema, accountCheckStepSchema, type AccountCheckReport } from './check-steps.js';
import { AccountPages } from './account-pages.js';
import {
  accountListSchema,
  accountQuerySchema,
  type AccountList,
  type AccountQuery,
} from './account-query.js';
import { FolderBrowser } from './folder-browser.js';
import { folderListSchema, type FolderList } from './folder-list.js';
import { MailAccounts } from './mail-accounts.js';

const idSchema = z.uuid();

/** Where mail is fetched from. */
@AdminController('api/accounts')
export class AccountsController {
  constructor(
    private readonly accounts: MailAccounts,
    private readonly pages: AccountPages,
    private readonly folders: FolderBrowser,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listAccounts' })
  @ApiOkResponse({ standardSchema: accountListSchema })
  async list(@Query({ schema: accountQuerySchema }) query: AccountQuery): Promise<AccountList> {
    return this.pages.page(query);
  }

  @Post()
  @ApiOperation({ operationId: 'createAccount' })
  @ApiCreatedResponse({ standardSchema: accountSchema })
  async create(
    @Body({ schema: newAccountSchema }) body: NewAccount,
    @CurrentActor() actor: Actor,
  ): Promise<Account> {
    return this.accounts.create(body, actor);
  }

  @Post('check')
  @HttpCode(200)
  @ApiOperation({ operationId: 'checkUnsavedAccount' })
  @ApiLiveAnswer(accountCheckSchema, accountCheckStepSchema)
  async checkUnsaved(
    @Body({ schema: accountTrialSchema }) body: AccountTrial,
    @WantsLines() lines: boolean,
    @HangUp() hangUp: AbortSignal,
  ): Promise<AccountCheckReport | StreamableFile> {
    return liveAnswer(lines, (tell) => this.accounts.checkUnsaved(body, { tell, hangUp }));
  }

  @Post('findings')
  @HttpCode(200)
  @ApiOperation({ operationId: 'findAccountFaults' })
  @ApiOkResponse({ standardSchema: findingsSchema })
  findings(
    @Body({ schema: typedForm(accountDraftSchema) }) form: TypedForm<AccountDraft>,
  ): Promise<Findings> {
    return this.accounts.findings(form);
  }

  @Post('folders')
  @HttpCode(200)
  @ApiOperation({ operationId: 'listMailboxFolders' })
  @ApiOkResponse({ standardSchema: folderListSchema })
  async listFolders(
    @Body({ schema: accountTrialSchema }) body: AccountTrial,
    @HangUp() hangUp: AbortSignal,
  ): Promise<FolderList> {
    return this.folders.list(body, hangUp);
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getAccount' })
  @TaggedAnswer(accountEdition, { standardSchema: accountSchema })
  async get(@Param('id', { schema: idSchema }) id: string): Promise<Account> {
    return this.accounts.get(id);
  }

  @Patch(':id')
  @ApiOperation({ operationId: 'changeAccount' })
  @TaggedChange(accountEdition, { standardSchema: accountSchema })
  async change(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: accountChangesSchema }) body: AccountChanges,
    @CurrentActor() actor: Actor,
    @IfMatch() precondition: Precondition,
  ): Promise<Account> {
    return this.accounts.change(id, body, actor, precondition);
  }

  @Post(':id/state')
  @HttpCode(200)
  @ApiOperation({ operationId: 'setAccountState' })
  @ApiOkResponse({ standardSchema: accountSchema })
  async setState(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: accountStateSchema }) { state }: AccountStateChange,
    @CurrentActor() actor: Actor,
  ): Promise<Account> {
    return this.accounts.setState(id, state, actor);
  }

  @Post(':id/check')
  @HttpCode(200)
  @ApiOperation({ operationId: 'checkAccount' })
  @ApiLiveAnswer(accountCheckSchema, accountCheckStepSchema)
  async check(
    @Param('id', { schema: idSchema }) id: string,
    @WantsLines() lines: boolean,
    @HangUp() hangUp: AbortSignal,
  ): Promise<AccountCheckReport | StreamableFile> {
    return liveAnswer(lines, (tell) => this.accounts.check(id, { tell, hangUp }));
  }

  @Post(':id/fetch')
  @HttpCode(202)
  @ApiOperation({ operationId: 'fetchAccountNow' })
  @ApiAcceptedResponse({ standardSchema: accountSchema })
  async fetchNow(@Param('id', { schema: idSchema }) id: string): Promise<Account> {
    return this.accounts.fetchNow(id);
  }
}
