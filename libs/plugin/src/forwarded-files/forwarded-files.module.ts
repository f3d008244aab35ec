import { Global, Module } from '@nestjs/common';
import { MailAccountsModule } from '@mailroom/mail-accounts';
import { ArchivedFiles } from '@mailroom/outgoing-servers';
import { FilesOfArchive } from './files-of-archive.js';

/** Mail that leaves finds the files of mail that came in. Global, because the outbox does not know who keeps them. */
@Global()
@Module({
  imports: [MailAccountsModule],
  providers: [{ provide: ArchivedFiles, useClass: FilesOfArchive }],
  exports: [ArchivedFiles],
})
export class ForwardedFilesModule {}
