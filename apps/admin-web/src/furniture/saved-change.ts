import { useEffect, useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiProblem, asProblem, type ProblemAnswer } from '../api/problem.js';
import { words } from '../i18n/words.js';
import { differing, mergedWith } from './differing.js';
import { showAtField } from './form-problem.js';
import { notifyDone } from './notify.js';
import { useTokenAgain } from './token-again.js';

/** The form in which a change is typed. */
export interface ChangeForm<Fields> {
  getValues(): Fields;
  isDirty(): boolean;
  setValues(values: Partial<Fields>): void;
  resetDirty(values: Fields): void;
  setFieldValue(path: 'tokenId', value: string): void;
  setFieldError(path: string, error: string): void;
  getInputNode(path: string): HTMLElement | null;
}

interface Saving<Fields, Thing> {
  /** The thing as the page has it. */
  readonly thing: Thing;
  /** The thing as the server has it at this moment. */
  readonly current: () => Promise<Thing>;
  /** Sends what was changed of the thing as it is now, if it still is (`ifMatch`); `tokenAgain`: its token was chosen once more for another host. */
  readonly save: (fields: Fields, now: Thing, tokenAgain: boolean) => Promise<Thing>;
  readonly fieldsOf: (thing: Thing) => Fields;
  /** Whose queries are out of date then. */
  readonly stale: string;
  /** What a field is called that is more than one input. */
  readonly label?: string;
  /** How what a field holds is said to be compared; as it is where nothing is said. */
  readonly say?: (value: unknown) => unknown;
}

/** What to do about a change of somebody else's that was met while saving. */
export interface Meanwhile {
  /** What the other one changed: what it is now, and what stands in the form. */
  readonly differences: readonly Difference[];
  /** Keeps what was typed here, and takes the rest as it is now. */
  readonly keep: () => void;
  /** Shows the thing as it is now. */
  readonly take: () => void;
}

interface Difference {
  readonly field: string;
  readonly label: string | null;
  readonly now: unknown;
  /** Undefined where nothing was typed. */
  readonly mine: unknown;
}

/**
 * Saving the settings of a thing that is there: the form shows what the server made of them, a refusal stands at its
 * field, and `problem` is one that has none. What somebody else changed since the form was filled is shown to be compared
 * (`meanwhile`) before anything is overwritten; a form in which nobody typed follows by itself.
 */
export function useSavedChange<Fields extends object, Thing>(
  form: ChangeForm<NoInfer<Fields>>,
  { thing, current, save, fieldsOf, stale, label, say = asItIs }: Saving<Fields, Thing>,
) {
  const queries = useQueryClient();
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const [base, setBase] = useState(() => fieldsOf(thing));
  const [theirs, setTheirs] = useState<Fields | null>(null);
  const { tokenAgain, notice, settled } = useTokenAgain(form);
  const show = (stored: Fields, shown: Fields) => {
    setBase(stored);
    setTheirs(null);
    setProblem(null);
    form.setValues(shown);
    form.resetDirty(stored);
  };
  useEffect(() => {
    const stored = fieldsOf(thing);
    if (!form.isDirty() && differing(base, stored).length > 0) show(stored, stored);
    // What is typed later is no reason to look: only news of the thing are.
  }, [thing]);
  const saveOn = async (fields: Fields, now: Thing, again = true): Promise<Thing> => {
    const stored = fieldsOf(now);
    if (differing(base, stored).length > 0) {
      setTheirs(stored);
      throw new ApiProblem({ code: 'changed-meanwhile' }, PRECONDITION_FAILED);
    }
    try {
      return await save(fields, now, tokenAgain);
    } catch (error) {
      // Somebody was faster by a moment: what they changed is compared, and where it is no field of this form, saved beside.
      if (!again || asProblem(error).code !== 'changed-meanwhile') throw error;
      return saveOn(fields, await current(), false);
    }
  };
  const change = useMutation({
    mutationFn: async (fields: Fields) => saveOn(fields, await current()),
    onMutate: () => setProblem(null),
    onSuccess: async (changed) => {
      settled();
      const stored = fieldsOf(changed);
      show(stored, stored);
      notifyDone(words.saved);
      await queries.invalidateQueries({ queryKey: [stale] });
    },
    onError: (error) => {
      notice(error);
      setProblem(showAtField(form, error));
    },
  });
  const meanwhile: Meanwhile | null = theirs && {
    differences: differing(base, theirs).map((field) => ({
      field,
      label: label ?? labelOf(form.getInputNode(field)),
      now: say(theirs[field]),
      mine: differing(base, form.getValues()).includes(field) ? say(form.getValues()[field]) : undefined,
    })),
    keep: () => show(theirs, mergedWith(base, theirs, form.getValues())),
    take: () => show(theirs, theirs),
  };
  return { problem, meanwhile, change };
}

const PRECONDITION_FAILED = 412;
const asItIs = (value: unknown): unknown => value;

function labelOf(node: HTMLElement | null): string | null {
  const label =
    node && 'labels' in node ? (node.labels as HTMLInputElement['labels'])?.[0]?.textContent : null;
  return label?.replace(/[\s*]+$/, '') ?? null;
}
