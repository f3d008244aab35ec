import { parser } from '@prometheus-io/lezer-promql';

/** A selector in an expression of PromQL. */
export interface Selector {
  readonly metric: string;
  /** Which label is compared with what; of a pattern each of its alternatives. */
  readonly asked: readonly { readonly label: string; readonly value: string }[];
  /** Is it a range (`[5m]`)? */
  readonly isRange: boolean;
}

/** What an expression asks for. */
export interface PromqlExpression {
  /** Where the grammar of Prometheus does not follow, as the text from there on. */
  readonly faults: readonly string[];
  readonly selectors: readonly Selector[];
  /** Labels that `by`, `without`, `on` and `ignoring` name. */
  readonly grouping: readonly string[];
}

type Node = ReturnType<typeof parser.parse>['topNode'];

/** Reads an expression by the grammar that Prometheus's own pages read it by. */
export function readPromql(expression: string): PromqlExpression {
  const faults: string[] = [];
  const selectors: Selector[] = [];
  const grouping: string[] = [];
  const textOf = ({ from, to }: Pick<Node, 'from' | 'to'>): string => expression.slice(from, to);
  parser.parse(expression).iterate({
    enter: ({ type, node, from }) => {
      if (type.isError) faults.push(expression.slice(from));
      if (type.is('VectorSelector')) selectors.push(selectorOf(node, textOf));
      if (type.is('GroupingLabels')) grouping.push(...node.getChildren('LabelName').map(textOf));
    },
  });
  return { faults, selectors, grouping };
}

function selectorOf(node: Node, textOf: (node: Node) => string): Selector {
  const matchers = node.getChild('LabelMatchers')?.getChildren('UnquotedLabelMatcher') ?? [];
  const [metric] = node.getChildren('Identifier').map(textOf);
  const asked = matchers.flatMap((matcher) => {
    const [label = ''] = matcher.getChildren('LabelName').map(textOf);
    const [value = ''] = matcher.getChildren('StringLiteral').map(textOf);
    return value
      .slice(1, -1)
      .split('|')
      .map((alternative) => ({ label, value: alternative }));
  });
  return { metric: metric ?? '', asked, isRange: node.parent?.type.is('MatrixSelector') ?? false };
}
