/** Beyond so many pages a list stands still: all of them would be asked for each time. */
const LIVELY_PAGES = 3;

/** How often a list of mail is asked for again, in ms: one that is searched, or has grown long, only when somebody wishes. */
export function refreshed(everyMs: number, search: string, pages = 1): number | false {
  return search === '' && pages <= LIVELY_PAGES ? everyMs : false;
}
