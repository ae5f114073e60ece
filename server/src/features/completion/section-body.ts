import { t } from '@vscode/l10n';
import { withEol } from '../../text/line';
import { stopsIn } from '../blanks';
import type { Completion, CompletionSource } from './completion';
import type { Cursor } from './cursor';
import { shownAsCode } from './shown-text';

/** What the template has in a section, where the document has nothing in it yet. */
export const sectionBody: CompletionSource = { triggers: '', offer };

function offer(cursor: Cursor): Completion[] {
  const { section, slot, spec, line, eol } = cursor;
  if (!section || !slot || slot.body === '' || section === spec.alignment.title) return [];
  if (!cursor.isBlankLine || cursor.place !== 'blank' || spec.model.shape.hasContent[section.ordinal + 1])
    return [];
  const text = withEol(slot.body, eol);
  return [
    {
      label: t('As in the template'),
      kind: 'code',
      detail: slot.title,
      documentation: () => shownAsCode(slot.body),
      span: { start: line.start, end: line.end },
      filter: cursor.before + t('As in the template'),
      text,
      stops: stopsIn(text),
    },
  ];
}
