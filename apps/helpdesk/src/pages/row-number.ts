import { Injectable, NotFoundException, type PipeTransform } from '@nestjs/common';

const LARGEST = 2_147_483_647;

/** A number in a path that may name a row. Throws 404 for what no row can be called. */
@Injectable()
export class RowNumber implements PipeTransform<string, number> {
  transform(value: string): number {
    const number = /^\d{1,10}$/.test(value) ? Number(value) : 0;
    if (number < 1 || number > LARGEST) throw new NotFoundException();
    return number;
  }
}
