import { type KeyboardEvent } from 'react';
import { ActionIcon, Group } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { type Server } from '../api/shapes.js';
import { notifyProblem } from '../furniture/notify.js';
import { words } from '../i18n/words.js';

const { servers } = words;

interface MoveServerProps {
  readonly server: Server;
  /** Its place in the order of all servers, from nought, and how many there are. */
  readonly place: number;
  readonly total: number;
}

/** Moves a server up or down in the order, by buttons or, on either of them, by the arrow keys. */
export function MoveServer({ server: { id, name }, place, total }: MoveServerProps) {
  const queries = useQueryClient();
  // One after another, and a key counts as often as it was pressed: each move says how far, not where to, and the server
  // stops at the end.
  const order = useMutation({
    scope: { id: 'order of servers' },
    mutationFn: (by: number) =>
      answer(api.POST('/api/servers/{id}/move', { params: { path: { id } }, body: { by } })),
    onError: notifyProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: ['servers', 'page'] }),
  });
  const may = (by: number) => place + by >= 0 && place + by < total;
  const move = (by: number) => may(by) && order.mutate(by);
  const byKey = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    move(by);
  };
  if (total < 2) return null;
  const buttons = [
    { by: -1, label: servers.moveUp(name), Icon: IconArrowUp },
    { by: 1, label: servers.moveDown(name), Icon: IconArrowDown },
  ];
  return (
    <Group gap={4} wrap="nowrap" onKeyDown={byKey}>
      {buttons.map(({ by, label, Icon }) => (
        <ActionIcon
          key={label}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={label}
          // Not `disabled`: the focus stays on the button when its server has reached the end.
          aria-disabled={!may(by)}
          {...(!may(by) && { 'data-disabled': true })}
          onClick={() => move(by)}
        >
          <Icon size={18} aria-hidden />
        </ActionIcon>
      ))}
    </Group>
  );
}
