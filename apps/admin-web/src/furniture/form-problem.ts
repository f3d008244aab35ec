import { type UseFormReturnType } from '@mantine/form';
import { asProblem, type ProblemAnswer } from '../api/problem.js';
import { tell } from '../i18n/sentence.js';
import { inMegabytes } from './in-megabytes.js';

/**
 * Puts a refusal where it belongs: at the field at fault, which takes the focus, when the form has it. Answers the
 * problem that is left to show elsewhere, or null.
 */
export function showAtField(form: UseFormReturnType<never> | AnyForm, error: unknown): ProblemAnswer | null {
  const problem = inMegabytes(form.getValues(), asProblem(error));
  const field = fieldOf(form.getValues(), problem.field);
  if (field === null) return problem;
  const { says, cure } = tell(problem);
  form.setFieldError(field, cure ? `${says} ${cure}` : says);
  // The error has to be drawn before a field inside a closed disclosure can take the focus.
  requestAnimationFrame(() => form.getInputNode(field)?.focus());
  return null;
}

/** After a submit that the form's own rules refused: the first field at fault takes the focus. */
export function focusFault(form: Pick<AnyForm, 'getInputNode'>) {
  return (errors: Readonly<Record<string, unknown>>) => {
    const [first] = Object.keys(errors);
    if (first !== undefined) requestAnimationFrame(() => form.getInputNode(first)?.focus());
  };
}

interface AnyForm {
  getValues(): object;
  setFieldError(path: string, error: string): void;
  getInputNode(path: string): HTMLElement | null;
}

// `headers.0.value` is a field of a list.
function holds(values: object, [first = '', ...rest]: readonly string[]): boolean {
  if (!Object.hasOwn(values, first)) return false;
  const inside = (values as Record<string, unknown>)[first];
  return rest.length === 0 || (typeof inside === 'object' && inside !== null && holds(inside, rest));
}

/** The field of a form that a problem is about; null when the form has none for it. */
export function fieldOf(values: object, field: string | undefined): string | null {
  if (field === undefined) return null;
  if (holds(values, field.split('.'))) return field;
  // What is wrong with one of several is said of the field that takes them all.
  const list = field.replace(/(\.\d+)+$/, '');
  if (list !== field) return fieldOf(values, list);
  // `incoming.folder` is the field `folder` where the form is flat, and `imap.host` the field `imapHost`.
  const last = field.split('.').at(-1) ?? '';
  const joined = field.replace(/\.(\w)/g, (_, letter: string) => letter.toUpperCase());
  return [last, joined].find((name) => Object.hasOwn(values, name)) ?? null;
}
