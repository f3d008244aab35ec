import { Body, Header, Headers, HttpCode, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import {
  AdminAccess,
  AdminController,
  AuditLog,
  CurrentActor,
  findingsSchema,
  Secret,
  type Actor,
  type Findings,
} from '@mailroom/kernel';
import { clientsAudit } from '../oauth-audit.js';
import { oauthProblem } from '../oauth-problems.js';
import { ExportClients } from './export-clients.js';
import { ImportClients, type ImportOrder } from './import-clients.js';
import { importReportSchema, type ImportReport } from './import-report.js';
import { readUpload } from './read-upload.js';
import {
  exportRequestSchema,
  importQuerySchema,
  type ExportRequest,
  type ImportQuery,
} from './transfer-input.js';

/** The passphrase of an import, percent-encoded UTF-8: the body is the file itself. */
const PASSPHRASE = 'mailroom-passphrase';

/** Clients as YAML, out and in. */
@AdminController('api/clients')
export class TransferController {
  constructor(
    private readonly exports: ExportClients,
    private readonly imports: ImportClients,
    private readonly access: AdminAccess,
    private readonly audit: AuditLog,
  ) {}

  @Post('export')
  @HttpCode(200)
  @ApiOperation({ operationId: 'exportClients' })
  @ApiProduces('application/yaml')
  @Header('cache-control', 'no-store')
  @Header('x-content-type-options', 'nosniff')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(
    @Body({ schema: exportRequestSchema }) order: ExportRequest,
    @Req() request: unknown,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    if (order.secrets === 'clear') await this.requireReauthenticated(request, actor);
    const passphrase = order.secrets === 'sealed' ? Secret.of(order.passphrase) : undefined;
    const { secrets, names } = order;
    const yaml = await this.exports.run({ secrets, passphrase, names, actor });
    return new StreamableFile(Buffer.from(yaml, 'utf8'), {
      type: 'application/yaml; charset=utf-8',
      disposition: 'attachment; filename="mailroom-clients.yaml"',
    });
  }

  @Post('import/preview')
  @HttpCode(200)
  @ApiOperation({ operationId: 'previewClientImport' })
  @ApiConsumes('application/yaml')
  @ApiBody({ schema: { type: 'string' } })
  @ApiHeader({ name: PASSPHRASE, required: false })
  @ApiOkResponse({ standardSchema: importReportSchema })
  async preview(
    @Query({ schema: importQuerySchema }) query: ImportQuery,
    @Req() request: unknown,
    @Headers(PASSPHRASE) passphrase: string | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<ImportReport> {
    return this.imports.preview(await orderOf(query, request, passphrase, actor));
  }

  @Post('import/findings')
  @HttpCode(200)
  @ApiOperation({ operationId: 'findClientImportFaults' })
  @ApiConsumes('application/yaml')
  @ApiBody({ schema: { type: 'string' } })
  @ApiHeader({ name: PASSPHRASE, required: false })
  @ApiOkResponse({ standardSchema: findingsSchema })
  async findings(
    @Req() request: unknown,
    @Headers(PASSPHRASE) passphrase: string | undefined,
  ): Promise<Findings> {
    const yaml = await readUpload(request);
    return this.imports.findings({ yaml, passphrase: passphraseOf(passphrase) });
  }

  @Post('import')
  @HttpCode(200)
  @ApiOperation({ operationId: 'importClients' })
  @ApiConsumes('application/yaml')
  @ApiBody({ schema: { type: 'string' } })
  @ApiHeader({ name: PASSPHRASE, required: false })
  @ApiOkResponse({ standardSchema: importReportSchema })
  async import(
    @Query({ schema: importQuerySchema }) query: ImportQuery,
    @Req() request: unknown,
    @Headers(PASSPHRASE) passphrase: string | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<ImportReport> {
    return this.imports.run(await orderOf(query, request, passphrase, actor));
  }

  // Somebody at a desk that was left open may do a lot, but not walk away with every secret.
  private async requireReauthenticated(request: unknown, actor: Actor): Promise<void> {
    const { access } = this;
    if (access.reauthenticated && (await access.reauthenticated(request))) {
      await this.audit.record(clientsAudit('clients-export-reauthenticated', actor, { secrets: 'clear' }));
      return;
    }
    const why = access.reauthenticated ? 'reauthentication-required' : 'reauthentication-unavailable';
    await this.audit.record(clientsAudit('clients-export-refused', actor, { secrets: 'clear', why }));
    throw oauthProblem(why);
  }
}

async function orderOf(
  { overwrite }: ImportQuery,
  request: unknown,
  passphrase: string | undefined,
  actor: Actor,
): Promise<ImportOrder> {
  const yaml = await readUpload(request);
  return { yaml, actor, overwrite: overwrite === 'true', passphrase: passphraseOf(passphrase) };
}

function passphraseOf(header: string | undefined): Secret | undefined {
  if (header === undefined || header === '') return undefined;
  try {
    return Secret.of(decodeURIComponent(header));
  } catch {
    throw oauthProblem('passphrase-wrong', { field: 'passphrase' });
  }
}
