/** So often a search is asked to go on before somebody is asked whether it should: some 200,000 mails. */
const ROUNDS = 20;

interface Found {
  readonly items: readonly unknown[];
  readonly next?: string | undefined;
}

/**
 * A page of a search that looks at so many mails at once and may have found nothing among them: asks on behind `before`
 * until something is found, the end has come, or it was asked often enough.
 */
export async function lookOn<Page extends Found>(
  ask: (before: string | undefined) => Promise<Page>,
  before: string | undefined,
): Promise<Page> {
  let page = await ask(before);
  for (let round = 1; round < ROUNDS && page.items.length === 0 && page.next; round += 1)
    page = await ask(page.next);
  return page;
}
