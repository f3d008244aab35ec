import { applyDecorators } from '@nestjs/common';
import { ApiExtension, ApiOkResponse, type OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { problemShape } from '../problems/problem-shape.js';
import { LINES } from './live-answer.js';

const STEP = 'x-live-step';

type Operation = NonNullable<OpenAPIObject['paths'][string]['post']>;

/** Describes a route that answers with `liveAnswer`; `step` has an id where it is part of `answer`, and none elsewhere. */
export function ApiLiveAnswer(answer: z.ZodType, step: z.ZodType): MethodDecorator {
  return applyDecorators(ApiOkResponse({ standardSchema: answer }), ApiExtension(STEP, schemaOf(step)));
}

function schemaOf(step: z.ZodType): object {
  const id = step.meta()?.id;
  if (id !== undefined) return { $ref: `#/components/schemas/${id}` };
  const { $schema: _, ...schema } = z.toJSONSchema(step);
  return schema;
}

/**
 * An operation of the API document with the lines that it also answers in, where it is one of those: the schema is that
 * of each line. Any other comes back as it is.
 */
export function withLines(operation: Operation): Operation {
  const { [STEP]: step, ...rest } = operation as Operation & { readonly [STEP]?: object };
  const whole = operation.responses['200'];
  if (step === undefined || !whole || !('content' in whole)) return operation;
  const answer = whole.content?.['application/json']?.schema;
  const lines = { [LINES]: { schema: lineOf(step, answer ?? {}) } };
  const told = { ...whole, content: { ...whole.content, ...lines } };
  return { ...rest, responses: { ...operation.responses, 200: told } };
}

function lineOf(step: object, answer: object): object {
  const { $schema: _, ...problem } = z.toJSONSchema(problemShape);
  const only = (name: string, schema: object) => ({
    type: 'object',
    properties: { [name]: schema },
    required: [name],
    additionalProperties: false,
  });
  return {
    description:
      'One JSON value a line: each step when it is over, and at last the answer, or the problem that ended it.',
    oneOf: [only('step', step), only('answer', answer), only('problem', problem)],
  };
}
