import { type Labels, type MetricFamily, type Sample } from './metric-family.js';

/** Content type of what `exposition` writes. */
export const EXPOSITION_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** Metrics in Prometheus's text format, version 0.0.4: HELP, TYPE, then the samples, each family once. */
export function exposition(families: readonly MetricFamily[]): string {
  return families.map(family).join('');
}

function family({ name, type, help, samples }: MetricFamily): string {
  const lines = samples.map((sample) => line(name, sample));
  return [`# HELP ${name} ${escaped(help)}`, `# TYPE ${name} ${type}`, ...lines, ''].join('\n');
}

function line(name: string, { suffix, labels, value }: Sample): string {
  return `${name}${suffix ?? ''}${labelled(labels)} ${written(value)}`;
}

function labelled(labels: Labels): string {
  const pairs = Object.entries(labels).map(
    ([label, value]) => `${label}="${escaped(value).replaceAll('"', '\\"')}"`,
  );
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

// In help texts a quotation mark stands for itself; in values it does not.
function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}

function written(value: number): string {
  if (value === Infinity) return '+Inf';
  return value === -Infinity ? '-Inf' : String(value);
}
