import { Button, Group } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { words } from '../i18n/words.js';
import { Rows } from './rows.js';

const AT_ONCE = 100;

/** Rows of a list that is here as a whole: a hundred of them, and a hundred more for whoever asks. */
export function RowsByTheHundred<Item>({
  label,
  of: items,
  row,
}: {
  label: string;
  of: readonly Item[];
  row: (item: Item) => ReactNode;
}) {
  const [shown, setShown] = useState(AT_ONCE);
  return (
    <>
      <Rows label={label}>{items.slice(0, shown).map(row)}</Rows>
      {items.length > shown && (
        <Group justify="center">
          <Button variant="default" onClick={() => setShown(shown + AT_ONCE)}>
            {words.showMore}
          </Button>
        </Group>
      )}
    </>
  );
}
