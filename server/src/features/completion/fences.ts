import { t } from '@vscode/l10n';
import { diagramSkeleton, expectsDiagram } from '../../rules/engine/diagram';
import type { Schema, Slot } from '../../template/schema';
import type { Completion, CompletionSource } from './completion';
import type { Cursor } from './cursor';
import { shownAsCode } from './shown-text';

const OPENING = /^([ \t>]*)(`{3,}|~{3,})[ \t]*([\w+#.-]*)$/u;
const COMMON = ['json', 'yaml', 'sql', 'bash', 'typescript', 'python', 'http', 'mermaid', 'text'];

/** The languages of a fence that is opened, and diagrams where the template has one. */
export const fences: CompletionSource = { triggers: '', offer };

function offer(cursor: Cursor): Completion[] {
  const { before, slot, place } = cursor;
  const opening = OPENING.exec(before);
  if (opening && place === 'fence') {
    const [, , mark = '', typed = ''] = opening;
    const diagrams = slot && expectsDiagram(slot) ? diagramsIn(cursor, slot, mark, typed) : [];
    return [...diagrams, ...languages(cursor, typed)];
  }
  const isFree = cursor.isBlankLine && cursor.bareSurroundings === 'blank';
  return isFree && slot && expectsDiagram(slot) && !hasDiagram(cursor) ? diagramsIn(cursor, slot) : [];
}

/** Those that the template has in the section, then in others, then those that the document has, then common ones. */
function languages({ spec, slot, offset, after }: Cursor, typed: string): Completion[] {
  const own = slot?.content.fences.flatMap(({ language }) => language ?? []) ?? [];
  const used = spec.model.content.fences.flatMap(({ fact }) => fact.language ?? []);
  const isDiagram = slot && expectsDiagram(slot) ? ['mermaid'] : [];
  const all = new Set([...own, ...isDiagram, ...languagesOf(spec.schema), ...used, ...COMMON]);
  all.delete(typed);
  const rest = /^[\w+#.-]*/u.exec(after)![0];
  const span = { start: offset - typed.length, end: offset + rest.length };
  return [...all].map((label) => ({
    label,
    kind: 'value',
    detail: own.includes(label) ? t('as in the template') : undefined,
    span,
    keepsRest: true,
    text: label,
  }));
}

/** The languages of a template's fences, those first that it uses most. */
function languagesOf({ allSlots }: Schema): string[] {
  const times = new Map<string, number>();
  for (const { language } of allSlots.flatMap(({ content }) => content.fences))
    if (language !== undefined) times.set(language, (times.get(language) ?? 0) + 1);
  return [...times].sort(([, m], [, n]) => n - m).map(([language]) => language);
}

/** The kinds of diagrams for which there is a skeleton, each with a title that asks for it. */
function diagramKinds(): readonly { readonly title: string; readonly label: string }[] {
  return [
    { title: 'Flowchart', label: t('mermaid: flowchart') },
    { title: 'Sequence diagram', label: t('mermaid: sequence diagram') },
    { title: 'State diagram', label: t('mermaid: state diagram') },
    { title: 'Entity relationship diagram', label: t('mermaid: entity relationship diagram') },
  ];
}

/**
 * Mermaid diagrams, that of the kind first which the title of the slot names.
 * @param mark the fence that is opened; without one the diagram brings its own
 */
function diagramsIn(cursor: Cursor, slot: Slot, mark?: string, typed = ''): Completion[] {
  const { line, offset, eol } = cursor;
  const isClosed = mark !== undefined && lineBelow(cursor)?.trim() === mark;
  if (mark !== undefined && !isClosed && (lineBelow(cursor) ?? '').trim() !== '') return [];
  const first = diagramSkeleton(slot.title);
  const named = diagramKinds().map(({ title, label }) => ({ label, code: diagramSkeleton(title) }));
  const sorted = [
    ...named.filter(({ code }) => code === first),
    ...named.filter(({ code }) => code !== first),
  ];
  return sorted.map(({ label, code }) => {
    const content = `mermaid${eol}${code.replaceAll('\n', eol)}`;
    return {
      label,
      kind: 'code',
      documentation: () => shownAsCode(code, 'mermaid'),
      span: { start: mark === undefined ? line.start : offset - typed.length, end: line.end },
      text: `${mark === undefined ? '```' : ''}${content}${isClosed ? '' : eol + (mark ?? '```')}`,
    };
  });
}

function lineBelow({ spec, line }: Cursor): string | undefined {
  return /^(?:\r\n|\n|\r)([^\r\n]*)/u.exec(spec.model.tree.text.slice(line.end))?.[1];
}

function hasDiagram({ spec, section }: Cursor): boolean {
  return spec.model.content.fences.some((fence) => fence.section === section?.ordinal);
}
