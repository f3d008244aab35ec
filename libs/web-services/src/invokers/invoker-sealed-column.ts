import { Injectable, type OnModuleInit } from '@nestjs/common';
import { KeyRotation } from '@mailroom/kernel';
import { headersPlace } from './origin.js';

/** Has the secret headers of invokers sealed anew when the keys rotate. */
@Injectable()
export class InvokerSealedColumn implements OnModuleInit {
  constructor(private readonly rotation: KeyRotation) {}

  onModuleInit(): void {
    this.rotation.register({
      table: 'mailroom.web_service_invoker',
      column: 'sealed_headers',
      owner: { kind: 'invoker', id: 'sealed_row.id', name: 'sealed_row.name' },
      facts: {
        id: 'sealed_row.id',
        baseUrl: 'sealed_row.base_url',
        caCertificate: 'sealed_row.ca_certificate',
      },
      placeOf: ({ id, baseUrl, caCertificate }) =>
        headersPlace({
          id: String(id),
          baseUrl: String(baseUrl),
          caCertificate: caCertificate === null || caCertificate === undefined ? null : String(caCertificate),
        }),
    });
  }
}
