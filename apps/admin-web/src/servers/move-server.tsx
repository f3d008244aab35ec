import { type KeyboardEvent } from 'react';
import { ActionIcon, Group } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { serversQuery } from '../api/queries.js';
import { type Server } from '../api/shapes.js';
import { notifyProblem } from '../furniture/notify.js';
import { words } from '../i18n/words.js';

const { servers } = words;

interface MoveServerProps {
  /** All servers in the order in which they are asked. */
  readonly items: readonly Server[];
  readonly place: number;
}

/** Moves a server up or down in the order, by buttons or, on either of them, by the arrow keys. */
export function MoveServer({ items, place }: MoveServerProps) {
  const queries = useQueryClient();
  const order = useMutation({
    mutationFn: (to: number) =>
      answer(api.PUT('/api/servers/order', { body: { ids: movedTo(items, place, to) } })),
    onSuccess: (all) => queries.setQueryData(serversQuery.queryKey, all),
    onError: notifyProblem,
  });
  const name = items[place]?.name ?? '';
  const may = (to: number) => to >= 0 && to < items.length && !order.isPending;
  const move = (to: number) => may(to) && order.mutate(to);
  const byKey = (event: KeyboardEvent) => {
    const to = { ArrowUp: place - 1, ArrowDown: place + 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    move(to);
  };
  if (items.length < 2) return null;
  const buttons = [
    { to: place - 1, label: servers.moveUp(name), Icon: IconArrowUp },
    { to: place + 1, label: servers.moveDown(name), Icon: IconArrowDown },
  ];
  return (
    <Group gap={4} wrap="nowrap" onKeyDown={byKey}>
      {buttons.map(({ to, label, Icon }) => (
        <ActionIcon
          key={label}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={label}
          // Not `disabled`: the focus stays on the button when its server has reached the end.
          aria-disabled={!may(to)}
          {...(!may(to) && { 'data-disabled': true })}
          onClick={() => move(to)}
        >
          <Icon size={18} aria-hidden />
        </ActionIcon>
      ))}
    </Group>
  );
}

function movedTo(items: readonly Server[], from: number, to: number): string[] {
  const ids = items.map(({ id }) => id);
  const [moved] = ids.splice(from, 1);
  return moved === undefined ? ids : ids.toSpliced(to, 0, moved);
}
