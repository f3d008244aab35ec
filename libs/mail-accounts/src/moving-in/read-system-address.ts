import { needed, readRow, znunyValidity, type ForeignReading, type ForeignRow } from '@mailroom/kernel';

/** An address of theirs and the queue that its mail goes to. */
export interface MovedRoute {
  readonly address: string;
  readonly queue: string;
  readonly comment: string;
}

/** A row of Znuny's `system_address`: by the names of its columns or those of `SystemAddressGet`. */
export function readSystemAddress(row: ForeignRow): ForeignReading<MovedRoute> {
  return readRow(row, row.text('value0', 'name', 'email'), (reading) => {
    const address = needed(row, 'value0', 'name', 'email');
    const queue = needed(row, 'queue', 'queue_name', 'queue_id');
    const comment = row.value('comments', 'comment');
    // The display name belongs to who writes: the host's drafts say it.
    row.value('value1', 'realname');
    const validity = row.value('valid_id', 'valid', 'validity');
    if (znunyValidity(validity) !== 'draft') {
      reading.say('invalid-there');
      return null;
    }
    reading.maps(address, 'address', address.text);
    reading.maps(comment, 'comment', comment?.text ?? null);
    return { address: address.text, queue: queue.text, comment: comment?.text ?? '' };
  });
}
