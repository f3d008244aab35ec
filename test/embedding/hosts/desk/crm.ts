import { Injectable } from '@nestjs/common';
import { WebServices } from 'nestjs-mailroom';

// #region crm
@Injectable()
export class Crm {
  constructor(private readonly webServices: WebServices) {}

  /** Answers the status that the service answered. */
  async note(enquiry: number): Promise<number> {
    const { status } = await this.webServices.invoke('crm-note', { enquiry });
    return status;
  }
}
// #endregion
