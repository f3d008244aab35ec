import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What became of calls through invokers: who, when, how it went. No addresses, no payloads, no answers. */
export class WebServiceCalls1764000000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mailroom.web_service_call (
        id bigint generated always as identity constraint web_service_call_pk primary key,
        invoker_id uuid not null
          constraint web_service_call_invoker_fk references mailroom.web_service_invoker on delete cascade,
        kind text not null constraint web_service_call_kinds check (kind in ('call', 'test')),
        called_by text,
        called_at timestamptz not null,
        duration_ms integer not null,
        status smallint,
        problem_code text
      );
      comment on table mailroom.web_service_call is 'Calls through an invoker, by the host and as tests, and how they went.';
      comment on column mailroom.web_service_call.called_by is 'What the host said of itself, or the admin who tested.';
      create index web_service_call_newest on mailroom.web_service_call (invoker_id, id);
      create index web_service_call_old on mailroom.web_service_call (called_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table mailroom.web_service_call');
  }
}
