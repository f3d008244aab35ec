import { useSearchParams } from 'react-router';
import { useChangeAddress } from '../furniture/address.js';

const NAME = 'open';

/** Which parts of the page are unfolded, as it stands in the address: `?open=language,public-url`. */
export function useUnfolded(name: string): { readonly open: boolean; readonly toggle: () => void } {
  const [search] = useSearchParams();
  const changeAddress = useChangeAddress();
  const open = namesIn(search).includes(name);
  const toggle = () =>
    changeAddress(
      (before) => {
        const others = namesIn(before).filter((other) => other !== name);
        const names = open ? others : [...others, name];
        const after = new URLSearchParams(before);
        if (names.length === 0) after.delete(NAME);
        else after.set(NAME, names.join(','));
        return after;
      },
      { replace: true, preventScrollReset: true },
    );
  return { open, toggle };
}

function namesIn(search: URLSearchParams): string[] {
  return (search.get(NAME) ?? '').split(',').filter((name) => name !== '');
}
