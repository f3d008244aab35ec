import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class EnquiryTable1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table enquiry (
        id serial primary key,
        subject text not null,
        sender text,
        message_id text,
        delivery_id text not null,
        answer text)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table enquiry');
  }
}
