import { useSearchParams } from 'react-router';
import { useChangeAddress } from './address.js';

const NAME = 'open';

/** Is the one with this id opened? Which one is stands in the page's address: a link shows it, and the back button closes it. */
export function useOpened(id: string): readonly [boolean, () => void] {
  const [search] = useSearchParams();
  const changeAddress = useChangeAddress();
  const open = search.get(NAME) === id;
  const toggle = () =>
    changeAddress(
      (old) => {
        if (open) old.delete(NAME);
        else old.set(NAME, id);
        return old;
      },
      { preventScrollReset: true },
    );
  return [open, toggle];
}
