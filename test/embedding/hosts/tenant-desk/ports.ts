import { Injectable, Module } from '@nestjs/common';
import { BannerAudience, KeyRing, type Banner, type EncryptionKey } from 'nestjs-mailroom';
import { DataSource } from 'typeorm';
import { DeskModule } from '../desk/desk.module.js';
import { Announcement } from './announcement.js';

// #region keys
/** MAILROOM_KEYS is `id:base64 id:base64 …`: the first key seals, all of them open. */
@Injectable()
export class EnvironmentKeyRing extends KeyRing {
  private readonly keys: readonly EncryptionKey[] = (process.env['MAILROOM_KEYS'] ?? '')
    .split(' ')
    .map((entry) => entry.split(':', 2))
    .map(([id = '', key = '']) => ({ id, bytes: Buffer.from(key, 'base64') }));

  override current(): EncryptionKey {
    const [first] = this.keys;
    if (!first) throw new Error('set MAILROOM_KEYS');
    return first;
  }

  override byId(id: string): EncryptionKey | undefined {
    return this.keys.find((key) => key.id === id);
  }
}
// #endregion

// #region audience
@Injectable()
export class NoticeBoard extends BannerAudience {
  constructor(private readonly database: DataSource) {
    super();
  }

  override async announce({ kind }: Banner): Promise<void> {
    await this.database.getRepository(Announcement).insert({ kind });
  }
}
// #endregion

@Module({
  imports: [DeskModule],
  providers: [EnvironmentKeyRing, NoticeBoard],
  exports: [EnvironmentKeyRing, NoticeBoard, DeskModule],
})
export class PortsModule {}
