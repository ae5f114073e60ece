import type { Section } from '../model/section';
import { closingRule, endsOpen, leadStart } from '../template/root-blocks';
import { dominantEol, withEol } from '../text/line';
import { diagramSkeleton, expectsDiagram } from './engine/diagram';
import { isWithin } from './engine/within';
import { defineContentRule } from './engine/rule';

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
    const drawn = content.mentions.filter(({ fact }) => fact.topic === 'diagram');
    const shown = new Set([...content.fences, ...content.links, ...drawn].map(({ section }) => section));
    for (const section of shape.sections) {
      const slot = alignment.slots[section.ordinal];
      const at = section.ordinal + 1;
      if (!slot || slot === alignment.schema.title || !expectsDiagram(slot)) continue;
      const inside = shape.sections.filter((other) => isWithin(alignment, other, section));
      // An empty section, or one waved away, has rules of its own.
      if (!inside.some(({ ordinal }) => shape.hasContent[ordinal + 1])) continue;
      if (guidanceLeft[section.ordinal] === true || shape.dismissals[at] || shape.explainedAway[at]) continue;
      if (inside.some(({ ordinal }) => shown.has(ordinal))) continue;
      report({
        at: { section },
        message: `"${section.title}" has no diagram, and the template has one here: readers see at a glance what a paragraph explains. Draw it, insert an image, or link to it.`,
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
        title: 'Insert a Mermaid diagram to start from',
        edits: [{ span: { start: offset, end: offset }, newText }],
      },
    ];
  },
});
