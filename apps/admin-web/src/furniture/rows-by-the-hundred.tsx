import { Button, Group, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { words } from '../i18n/words.js';
import { matching } from './matching.js';
import { Rows } from './rows.js';

const AT_ONCE = 100;
/** So many rows are seen at a glance. */
const WORTH_A_SEARCH = 10;

interface RowsByTheHundredProps<Item> {
  readonly label: string;
  readonly of: readonly Item[];
  /** What of an item is searched in, and what to say of that in the field. */
  readonly textsOf: (item: Item) => readonly string[];
  readonly searchHint: string;
  readonly row: (item: Item) => ReactNode;
}

/**
 * Rows of a report that is here as a whole: a hundred of them, and a hundred more for whoever asks, with a search where they are
 * many. They stay in the order of the report, by which one finds them in the file. None of it stands in the page's address: after
 * a reload the report is gone, too.
 */
export function RowsByTheHundred<Item>(props: RowsByTheHundredProps<Item>) {
  const { label, of: items, textsOf, searchHint, row } = props;
  const [shown, setShown] = useState(AT_ONCE);
  const [search, setSearch] = useState('');
  const found = matching(items, search, textsOf);
  return (
    <>
      {items.length > WORTH_A_SEARCH && (
        <TextInput
          type="search"
          label={words.list.search}
          placeholder={searchHint}
          maw="24rem"
          value={search}
          onChange={({ currentTarget }) => setSearch(currentTarget.value)}
          leftSection={<IconSearch size={16} aria-hidden />}
          autoComplete="off"
          spellCheck={false}
        />
      )}
      {found.length === 0 ? (
        items.length > 0 && <Text role="status">{words.list.noneSuchTitle}</Text>
      ) : (
        <Rows label={label}>{found.slice(0, shown).map(row)}</Rows>
      )}
      {found.length > shown && (
        <Group justify="center">
          <Button variant="default" onClick={() => setShown(shown + AT_ONCE)}>
            {words.showMore}
          </Button>
        </Group>
      )}
    </>
  );
}
