import { Injectable, type OnModuleInit } from '@nestjs/common';
import { KeyRotation, type TlsTrust } from '@mailroom/kernel';
import { type Security } from './outgoing-server.js';
import { passwordPlace } from './server-rules.js';

/** Has the passwords of servers sealed anew when the keys rotate. */
@Injectable()
export class ServerSealedColumn implements OnModuleInit {
  constructor(private readonly rotation: KeyRotation) {}

  onModuleInit(): void {
    this.rotation.register({
      table: 'mailroom.outgoing_server',
      column: 'sealed_password',
      owner: { kind: 'server', id: 'sealed_row.id', name: 'sealed_row.name' },
      facts: {
        id: 'sealed_row.id',
        host: 'sealed_row.host',
        port: 'sealed_row.port',
        security: 'sealed_row.security',
        tlsTrust: 'sealed_row.tls_trust::text',
      },
      placeOf: ({ id, host, port, security, tlsTrust }) =>
        passwordPlace(String(id), {
          host: String(host),
          port: Number(port),
          security: security as Security,
          tlsTrust: JSON.parse(String(tlsTrust)) as TlsTrust,
        }),
    });
  }
}
