import { Body, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import {
  AdminController,
  CurrentActor,
  IfMatch,
  TaggedAnswer,
  TaggedChange,
  type Precondition,
  settingsEdition,
  findingsSchema,
  settingsFormSchema,
  StoredSettings,
  typedForm,
  type Actor,
  type Findings,
  type SettingsForm,
  type TypedForm,
} from '@mailroom/kernel';
import {
  settingChangesSchema,
  settingListSchema,
  type SettingChanges,
  type SettingList,
} from './settings-schema.js';

/** What admins may change of this installation. */
@AdminController('api/settings')
export class SettingsController {
  constructor(private readonly settings: StoredSettings) {}

  @Get()
  @ApiOperation({ operationId: 'listSettings' })
  @TaggedAnswer(settingsEdition, { standardSchema: settingListSchema })
  async list(): Promise<SettingList> {
    return { items: await this.settings.list() };
  }

  @Post('findings')
  @HttpCode(200)
  @ApiOperation({ operationId: 'findSettingFaults' })
  @ApiOkResponse({ standardSchema: findingsSchema })
  findings(
    @Body({ schema: typedForm(settingsFormSchema) }) form: TypedForm<SettingsForm>,
  ): Promise<Findings> {
    return this.settings.findings(form);
  }

  @Patch()
  @ApiOperation({ operationId: 'changeSettings' })
  @TaggedChange(settingsEdition, { standardSchema: settingListSchema })
  async change(
    @Body({ schema: settingChangesSchema }) body: SettingChanges,
    @CurrentActor() actor: Actor,
    @IfMatch() precondition: Precondition,
  ): Promise<SettingList> {
    // Whoever is here came in by the public URL of before: it is this installation that goes elsewhere, not a copy.
    return { items: await this.settings.set(body, actor, { moving: true }, precondition) };
  }
}
