import type { ParsedMail } from '@mailroom/mail-accounts';

type Related = Pick<ParsedMail, 'messageId' | 'inReplyTo' | 'references'>;

/**
 * A name for the conversation of each mail: the same for those that are tied by Message-ID, In-Reply-To and
 * References, also through mails that are not there. A mail without any of them is a conversation of its own.
 */
export function conversations(mails: readonly (Related | null)[]): string[] {
  const parents = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let up = parents.get(root); up !== undefined && up !== root; up = parents.get(root)) root = up;
    parents.set(id, root);
    return root;
  };
  const names = mails.map((mail, index) => {
    const [first = `#${index}`, ...others] = mail ? idsOf(mail) : [];
    for (const other of others) parents.set(rootOf(other), rootOf(first));
    return first;
  });
  return names.map(rootOf);
}

function idsOf({ messageId, inReplyTo, references }: Related): string[] {
  return [...(messageId === null ? [] : [messageId]), ...references, ...inReplyTo];
}
