import { type z } from 'zod';
import { type Findings, type TypedForm } from './findings.js';
import { faultOfIssue, fieldOfIssue, inputFault, type InputIssue } from './input-fault.js';
import { pathToNul } from './path-to-nul.js';

interface FormSchema<Draft> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => { readonly value: TypedForm<Draft> };
  };
}

/**
 * A schema for the body of a route that judges forms: it refuses nothing, because to have typed half of a value is no
 * error, and says all that `schema` says. In the API document it is `schema` itself.
 */
export function typedForm<Schema extends z.ZodType>(schema: Schema): FormSchema<z.output<Schema>> {
  const validate = (value: unknown) => ({ value: read(schema, value) });
  return { '~standard': { ...schema['~standard'], validate } };
}

function read<Schema extends z.ZodType>(schema: Schema, value: unknown): TypedForm<z.output<Schema>> {
  const whole = parse(schema, value);
  if (whole.issues.length === 0) return { faults: [], draft: whole.data };
  const wrong = new Set(whole.issues.map((issue) => fieldOfIssue(issue).split('.')[0] ?? ''));
  const rest = parse(
    schema,
    Object.fromEntries(Object.entries(value ?? {}).filter(([key]) => !wrong.has(key))),
  );
  return { faults: eachOnce(whole.issues), draft: rest.issues.length === 0 ? rest.data : null };
}

function parse<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): { issues: readonly InputIssue[]; data: z.output<Schema> } {
  const { data, error } = schema.safeParse(value);
  if (error) return { issues: error.issues, data: data as z.output<Schema> };
  const path = pathToNul(data);
  return { issues: path ? [{ message: inputFault('nul'), path }] : [], data };
}

function eachOnce(issues: readonly InputIssue[]): Findings['findings'] {
  const byField = new Map(issues.toReversed().map((issue) => [fieldOfIssue(issue), issue] as const));
  return [...byField]
    .toReversed()
    .map(([field, issue]) => ({ field, code: 'invalid-input', params: faultOfIssue(issue) }));
}
