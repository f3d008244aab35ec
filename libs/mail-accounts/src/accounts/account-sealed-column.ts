import { Injectable, type OnModuleInit } from '@nestjs/common';
import { KeyRotation, type TlsTrust } from '@mailroom/kernel';
import { type Security } from './mail-account.js';
import { passwordPlace } from './origin.js';

/** Has the passwords of accounts sealed anew when the keys rotate. */
@Injectable()
export class AccountSealedColumn implements OnModuleInit {
  constructor(private readonly rotation: KeyRotation) {}

  onModuleInit(): void {
    this.rotation.register({
      table: 'mailroom.mail_account',
      column: 'sealed_password',
      owner: { kind: 'account', id: 'sealed_row.id', name: 'sealed_row.name' },
      facts: {
        id: 'sealed_row.id',
        host: 'sealed_row.host',
        port: 'sealed_row.port',
        security: 'sealed_row.security',
        tlsTrust: 'sealed_row.tls_trust::text',
      },
      placeOf: ({ id, host, port, security, tlsTrust }) =>
        passwordPlace({
          id: String(id),
          host: String(host),
          port: Number(port),
          security: security as Security,
          tlsTrust: JSON.parse(String(tlsTrust)) as TlsTrust,
        }),
    });
  }
}
