import { Button, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../api/api.js';
import { type RecipientRoute } from '../api/shapes.js';
import { ChangeProblem } from '../furniture/change-problem.js';
import { focusFault } from '../furniture/form-problem.js';
import { notifyDone, notifyProblem } from '../furniture/notify.js';
import { useSavedChange } from '../furniture/saved-change.js';
import { useUnsaved } from '../furniture/unsaved.js';
import { words } from '../i18n/words.js';
import { DestinationName } from './destination-field.js';
import { type RouteFields, RouteInputs, validRoute } from './route-fields.js';

const { mailRules } = words;

/** A route, with its form where somebody opens it. */
export function RouteRow({ route }: { route: RecipientRoute }) {
  const { id, address, destination, comment } = route;
  const queries = useQueryClient();
  const [open, form] = useDisclosure();
  const stale = () => queries.invalidateQueries({ queryKey: ['recipient-routes'] });
  const remove = useMutation({
    mutationFn: () => answer(api.DELETE('/api/recipient-routes/{id}', { params: { path: { id } } })),
    onSuccess: () => notifyDone(mailRules.routeDeleted(address)),
    onError: notifyProblem,
    onSettled: stale,
  });
  return (
    <li className="row">
      <div className="row-main">
        <Text fw={600}>{address}</Text>
        {comment !== '' && (
          <Text size="sm" c="dimmed">
            {comment}
          </Text>
        )}
      </div>
      <div className="row-facts">
        <Text size="sm">
          <DestinationName id={destination} />
        </Text>
      </div>
      <div className="row-side">
        <Button
          size="xs"
          variant="default"
          aria-expanded={open}
          aria-label={mailRules.changeRoute(address)}
          onClick={form.toggle}
        >
          {mailRules.change}
        </Button>
        <Button
          size="xs"
          variant="subtle"
          c="var(--bad-text)"
          loading={remove.isPending}
          aria-label={mailRules.deleteRoute(address)}
          onClick={() => remove.mutate()}
        >
          {mailRules.delete}
        </Button>
      </div>
      {open && <ChangeRoute route={route} onDone={form.close} />}
    </li>
  );
}

function ChangeRoute({ route, onDone }: { route: RecipientRoute; onDone: () => void }) {
  const path = { id: route.id };
  const form = useForm<RouteFields>({ initialValues: fieldsOf(route), validate: validRoute });
  useUnsaved(form);
  const { change, ...saving } = useSavedChange(form, {
    thing: route,
    current: () => answer(api.GET('/api/recipient-routes/{id}', { params: { path } })),
    save: (body, now) =>
      answer(api.PATCH('/api/recipient-routes/{id}', { params: { path, header: ifMatch(now) }, body })),
    fieldsOf,
    stale: 'recipient-routes',
  });
  return (
    <form
      onSubmit={form.onSubmit((fields) => change.mutate(fields, { onSuccess: onDone }), focusFault(form))}
      noValidate
      className="row-below form-narrow"
    >
      <Stack gap="md">
        <RouteInputs form={form} id={route.id} />
        <ChangeProblem {...saving} />
        <Group>
          <Button type="submit" loading={change.isPending}>
            {words.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function fieldsOf({ address, destination, comment }: RecipientRoute): RouteFields {
  return { address, destination, comment };
}
