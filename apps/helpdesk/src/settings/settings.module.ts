import { Global, Module, type DynamicModule } from '@nestjs/common';
import { EnvironmentKeyRing } from './environment-key-ring.js';
import { HelpdeskSettings } from './helpdesk-settings.js';

/** The settings, for everybody. */
@Global()
@Module({})
export class SettingsModule {
  static holding(settings: HelpdeskSettings): DynamicModule {
    const provided = { provide: HelpdeskSettings, useValue: settings };
    return {
      module: SettingsModule,
      providers: [provided, EnvironmentKeyRing],
      exports: [HelpdeskSettings, EnvironmentKeyRing],
    };
  }
}
