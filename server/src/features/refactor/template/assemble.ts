import type { Section } from '../../../model/section';
import { setLevel, startOf, usesRules } from '../../../rules/engine/section-edits';
import { closingRule } from '../../../template/root-blocks';
import { applyEdits, type TextEdit } from '../../../text/edit';
import { dominantEol, firstLineOf, withEol } from '../../../text/line';
import type { Spec } from '../../../workspace/spec';
import type { OutlineNode } from './new-outline';

/** What stands under one heading before the next, or before the first. */
interface Piece {
  /** Without the blank lines at its end, and without the rule that parts it from the next, where the document has such. */
  readonly content: string;
  /** What follows it up to the next piece. */
  readonly gap: string;
  readonly hasRule: boolean;
  /** Its place among the pieces of the document; -1 for one that is new. */
  readonly index: number;
}

/** Puts the pieces of a document together in another order. What follows what it followed before keeps its distance. */
export class Assembly {
  private readonly eol: string;
  private readonly isRuled: boolean;

  constructor(
    private readonly spec: Spec,
    private readonly title: Section | undefined,
  ) {
    this.eol = dominantEol(spec.model.tree.text);
    this.isRuled = usesRules(spec);
  }

  /** What stands above the sections, followed by these and all in them. */
  withHead(nodes: readonly OutlineNode[]): string {
    const { model } = this.spec;
    const head = this.piece(0, this.title ? startOf(model, 1) : startOf(model, 0), -1, this.title);
    return this.join(head, nodes);
  }

  /** Adds these sections at the end of a text. */
  behind(text: string, nodes: readonly OutlineNode[]): TextEdit {
    const start = text.trimEnd().length;
    if (nodes.length === 0) return { span: { start: text.length, end: text.length }, newText: '' };
    const last = { content: text.slice(0, start), gap: '', hasRule: this.isRuled, index: -2 };
    return { span: { start, end: text.length }, newText: this.join(last, nodes).slice(start) };
  }

  private join(first: Piece, nodes: readonly OutlineNode[]): string {
    const { shape } = this.spec.model;
    let result = first.content;
    let last = first;
    const add = (node: OutlineNode, isTop: boolean) => {
      const piece = this.pieceOf(node);
      const wantsRule = this.isRuled && isTop && (last.index !== -1 || last.hasRule || last !== first);
      const follows = piece.index >= 0 && piece.index === this.nextOf(last);
      if (last.content !== '')
        result +=
          follows && last.hasRule === wantsRule
            ? last.gap
            : this.eol + this.eol + (wantsRule ? `---${this.eol}${this.eol}` : '');
      result += piece.content;
      last = piece;
      for (const child of node.children) add(child, false);
    };
    for (const node of nodes) add(node, true);
    const isLast = last.index === shape.sections.length - 1;
    return result + (isLast && !last.hasRule ? last.gap : this.eol);
  }

  /** The ordinal of the section that stands behind a piece in the document. */
  private nextOf({ index }: Piece): number {
    if (index === -2) return -2;
    return index === -1 ? (this.title ? 1 : 0) : index + 1;
  }

  private pieceOf({ section, slot, level }: OutlineNode): Piece {
    if (section) {
      const { model } = this.spec;
      return this.piece(
        startOf(model, section.ordinal),
        startOf(model, section.ordinal + 1),
        section.ordinal,
        section,
        level,
      );
    }
    const body = slot!.body.trim() === '' ? '' : `\n\n${slot!.body.trim()}`;
    return { content: withEol(firstLineOf(slot!.text) + body, this.eol), gap: '', hasRule: false, index: -2 };
  }

  private piece(start: number, end: number, index: number, section?: Section, level?: number): Piece {
    const { model } = this.spec;
    const { tree } = model;
    const from = section ? model.headingSpan(section).end : Math.max(start, tree.bodyStart);
    const rule = this.isRuled ? closingRule(tree, { start: from, end }) : undefined;
    const until = rule?.start ?? end;
    const contentEnd = start + tree.text.slice(start, until).trimEnd().length;
    const edits = section && level !== undefined ? setLevel(model, section, level) : [];
    const moved = edits.map(({ span, newText }) => ({
      span: { start: span.start - start, end: span.end - start },
      newText,
    }));
    return {
      content: applyEdits(tree.text.slice(start, contentEnd), moved),
      gap: tree.text.slice(contentEnd, end),
      hasRule: rule !== undefined,
      index,
    };
  }
}
