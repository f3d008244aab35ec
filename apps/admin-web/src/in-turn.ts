/**
 * Loads files of pages one after the other, whoever asks for several at once. Each waits for its words, and Safari runs what
 * two imports have in common too early for the second (WebKit bug 242740).
 */
export function turns(): <Page>(load: () => Promise<Page>) => () => Promise<Page> {
  let former: Promise<unknown> = Promise.resolve();
  return (load) => () => {
    const turn = former.then(load, load);
    former = turn;
    return turn;
  };
}
