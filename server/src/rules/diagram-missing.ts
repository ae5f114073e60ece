import { t } from '@vscode/l10n';
import type { Section } from '../model/section';
import { closingRule, endsOpen, leadStart } from '../template/root-blocks';
import { dominantEol, withEol } from '../text/line';
import { diagramSkeleton, expectsDiagram } from './engine/diagram';
import { defineContentRule } from './engine/rule';
import { sectionsOf } from './engine/sections-of';
import { withOuter } from './engine/within';

export default defineContentRule<{ section: Section }, 'fences' | 'links' | 'mentions'>({
  id: 'diagram-missing',
  severity: { draft: 'hint', review: 'info', approved: 'warning' },
  fix: 'safe',
  waitsForLine: true,
  reads: ['fences', 'links', 'mentions'],
  docs: {
    what: 'A section for which the template has a diagram holds neither a fence nor an image nor a link, nor a diagram in another form or the name of its file.',
    why: 'Which part calls which is seen in a picture at a glance, and in paragraphs after a while.',
    remedy:
      'Draw it, as Mermaid or as plain text in a fence, insert an image, or link to it. Where there is nothing to draw, write "Not applicable" and the reason.',
  },
  check({ alignment, shape, content, guidanceLeft }, report) {
    const { sections } = shape;
    const drawn = content.mentions.filter(({ fact }) => fact.topic === 'diagram');
    const pictures = [...content.fences, ...content.links, ...drawn].flatMap(
      ({ section }) => sections[section] ?? [],
    );
    const shown = withOuter(alignment, pictures);
    const filled = withOuter(
      alignment,
      sections.filter(({ ordinal }) => shape.hasContent[ordinal + 1]),
    );
    for (const [ordinal, slot] of sectionsOf(alignment, expectsDiagram)) {
      const section = sections[ordinal]!;
      const at = ordinal + 1;
      // An empty section, or one waved away, has rules of its own.
      if (slot === alignment.schema.title || !filled.has(section) || shown.has(section)) continue;
      if (guidanceLeft[ordinal] === true || shape.dismissals[at] || shape.explainedAway[at]) continue;
      report({
        at: { section },
        message: t(
          '"{0}" has no diagram, and the template has one here: readers see at a glance what a paragraph explains. Draw it, insert an image, or link to it.',
          section.title,
        ),
        slot,
        data: { section },
      });
    }
  },
  fixes({ spec: { model } }, { section }) {
    const { tree } = model;
    const { text } = tree;
    const body = { ...model.bodySpan(section), end: leadStart(tree, model.bodySpan(section).end) };
    if (body.end === text.length && endsOpen(tree)) return [];
    const end = closingRule(tree, body)?.start ?? body.end;
    const offset = body.start + text.slice(body.start, end).trimEnd().length;
    const eol = dominantEol(text);
    const fence = `\n\n\`\`\`mermaid\n${diagramSkeleton(section.title)}\n\`\`\``;
    const newText = withEol(fence, eol) + (offset === text.length ? eol : '');
    return [
      {
        title: t('Insert a Mermaid diagram to start from'),
        edits: [{ span: { start: offset, end: offset }, newText }],
      },
    ];
  },
});
