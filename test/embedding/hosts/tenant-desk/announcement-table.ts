import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class AnnouncementTable1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table announcement (id serial primary key, kind text not null)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table announcement');
  }
}
