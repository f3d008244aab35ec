import { useState } from 'react';
import { Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { type ProblemAnswer } from '../api/problem.js';
import { focusFault, showAtField } from '../furniture/form-problem.js';
import { notifyDone } from '../furniture/notify.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { words } from '../i18n/words.js';
import { type RouteFields, RouteInputs, validRoute } from './route-fields.js';

const { mailRules } = words;

/** Adds a route; the form is empty again after, ready for the next. */
export function AddRoute() {
  const queries = useQueryClient();
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const form = useForm<RouteFields>({
    initialValues: { address: '', destination: '', comment: '' },
    validate: validRoute,
  });
  const add = useMutation({
    mutationFn: (body: RouteFields) => answer(api.POST('/api/recipient-routes', { body })),
    onMutate: () => setProblem(null),
    onSuccess: async ({ address }) => {
      form.reset();
      notifyDone(mailRules.routeAdded(address));
      await queries.invalidateQueries({ queryKey: ['recipient-routes'] });
    },
    onError: (error) => setProblem(showAtField(form, error)),
  });
  return (
    <form
      onSubmit={form.onSubmit((fields) => add.mutate(fields), focusFault(form))}
      noValidate
      className="form-narrow"
    >
      <Stack gap="md">
        <RouteInputs form={form} />
        {problem && <ProblemNote problem={problem} />}
        <div>
          <Button type="submit" loading={add.isPending}>
            {mailRules.addRoute}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
