import type { Report } from './report';

/**
 * The report for a person: one line a problem, and one below it for each other place that it is about; grouped by file,
 * then a count. Files without problems are only counted.
 */
export function reportText({ files, summary }: Report): string {
  const lines: string[] = [];
  for (const { path, template, problems } of files) {
    if (problems.length === 0) continue;
    lines.push(`${path}  (${template?.id ?? 'no template'})`);
    for (const { line, column, severity, message, rule, related } of problems) {
      lines.push(`  ${`${line}:${column}`.padEnd(8)} ${severity.padEnd(7)}  ${message}  ${rule}`);
      for (const place of related)
        lines.push(`    ${`${place.line}:${place.column}`.padEnd(8)} ${place.message}`);
    }
    lines.push('');
  }
  const specs = files.filter(({ template }) => template !== null).length;
  const counts = (['error', 'warning', 'info', 'hint'] as const).map(
    (severity) => `${summary[severity]} ${severity}`,
  );
  const checked = summary.files === 1 ? '1 file' : `${summary.files} files`;
  lines.push(`${checked}, ${specs} of them specs: ${counts.join(', ')}`);
  return lines.join('\n');
}
