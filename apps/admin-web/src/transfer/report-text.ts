import { type MovingReport, type MovingRow } from '../api/shapes.js';
import { figure } from '../i18n/language.js';
import { movingNotes, words } from '../i18n/words.js';
import { fill } from '../i18n/fill.js';
import { tell } from '../i18n/sentence.js';

const texts = words.movingIn;

/** Does somebody have to look at this row, or to do something about it? */
export function wantsAttention({ verdict, notes }: Pick<MovingRow, 'verdict' | 'notes'>): boolean {
  return verdict === 'refused' || notes.some(({ weight }) => weight !== 'told');
}

/** The report as Markdown, to be kept: the same sentences as on the page, what there is to do with a box to tick. */
export function movingReportText(report: MovingReport, stored: boolean): string {
  const said = stored ? texts.stored : texts.verdicts;
  const sums = (['new', 'here', 'nothing', 'refused'] as const).map(
    (verdict) => `- ${figure(report[verdict])} ${said[verdict]}`,
  );
  return [
    `# ${texts.reportTitle}: ${texts.kinds[report.kind]}`,
    sums.join('\n'),
    ...report.rows.map((row) => rowText(row, said[row.verdict])),
    '',
  ].join('\n\n');
}

function rowText({ name, line, thing, verdict, problem, notes, fields }: MovingRow, said: string): string {
  const kind = thing ? `${texts.things[thing]}, ` : '';
  const { says, cure } = problem
    ? tell({ ...problem, field: problem.field ?? undefined })
    : { says: '', cure: '' };
  return [
    `## ${plain(name ?? texts.unnamed)} (${kind}${texts.line(line)}): ${said}`,
    '',
    ...(verdict === 'refused' ? [`- [ ] ${plain([says, cure].filter(Boolean).join(' '))}`] : []),
    ...notes.map(({ code, weight, params }) => {
      const sentence = plain(fill(movingNotes[code], params));
      return weight === 'told' ? `- ${sentence}` : `- [ ] ${sentence}`;
    }),
    ...fields.map(
      ({ column, value, setting, becomes }) =>
        `- ${plain(column)}: ${plain(value ?? texts.secret)} → ${setting}${becomes === null ? '' : `: ${plain(becomes)}`}`,
    ),
  ].join('\n');
}

// A value of theirs stays text in a document of ours.
function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_[\]<>#|]/g, String.raw`\$&`);
}
