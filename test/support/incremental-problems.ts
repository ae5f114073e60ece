import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { fixActions } from '../../server/src/features/actions';
import { Diagnostics } from '../../server/src/features/diagnostics';
import type { Problem } from '../../server/src/rules/engine/problem';
import { RULES } from '../../server/src/rules/engine/registry.generated';
import type { Schema } from '../../server/src/template/schema';
import { DEFAULT_CONFIGURATION, type Configuration } from '../../server/src/workspace/configuration';
import { NO_WORKSPACE, type LinkState, type WorkspaceView } from '../../server/src/workspace/index/view';
import { OpenDocument } from '../../server/src/workspace/open-document';
import type { TemplateChoice } from '../../server/src/workspace/spec';
import { BUILTINS, choiceOf, schemaOf } from './check-text';
import { memoryHost } from './host';
import { readRuleFixture } from './rule-fixture';
import { ROOT } from './shared';

/** A document to start from, with the template that it is held to; undefined: whichever fits. */
export interface Start {
  readonly text: string;
  readonly schema: Schema | undefined;
}

/** One thing that happens to an open document; places are parts per 10,000 of whatever text it meets. */
export type Step =
  | {
      readonly kind: 'edit';
      readonly at: number;
      readonly atLine: boolean;
      readonly remove: number | 'line';
      readonly text: string;
    }
  | { readonly kind: 'move'; readonly from: number; readonly lines: number; readonly to: number }
  | { readonly kind: 'status'; readonly value: string }
  | { readonly kind: 'wrap' | 'undo' }
  | { readonly kind: 'size'; readonly size: Configuration['projectSize'] }
  | { readonly kind: 'rules'; readonly rules: Configuration['rules'] }
  | { readonly kind: 'today'; readonly today: string }
  | { readonly kind: 'others'; readonly salt: number };

const folder = (name: string) =>
  readdirSync(path.join(ROOT, name))
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => readFileSync(path.join(ROOT, name, file), 'utf8'));

const system = BUILTINS.find(({ id }) => id === 'system')!;
const schemas = new Map<string, Schema>();

function schemaFor(template: string | undefined): Schema {
  if (template === undefined) return system;
  let schema = schemas.get(template);
  if (!schema) schemas.set(template, (schema = schemaOf(template)));
  return schema;
}

/** What the rules' own examples are about: each rule finds something in some of them. */
const short: readonly Start[] = folder('test/rules')
  .flatMap((fixture) => readRuleFixture(fixture))
  .map(({ document, template }) => ({ text: document, schema: schemaFor(template) }));

const long: readonly Start[] = [
  ...folder('examples').map((text) => ({ text, schema: undefined })),
  ...BUILTINS.map((schema) => ({ text: schema.starter, schema: undefined })),
];

const sources = [...short, ...short, ...long].map(({ text }) => text.split('\n'));

/** Some lines from anywhere: whatever rules look for stands in them. */
const pieces = fc
  .tuple(fc.constantFrom(...sources), fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 9 }))
  .map(([lines, at, count]) => {
    const from = Math.floor((at / 10_000) * lines.length);
    return `${lines.slice(from, from + count).join('\n')}\n`;
  });

const typed = fc.constantFrom(
  ...['a', '1', ' ', '\n', '\r\n', '\n\n', '|', '[', ']', '*', '#', '## ', '-', '`', ':', '<', '>', '"'],
  ...[
    'N/A',
    'TBD',
    '- [ ] ',
    '[x]',
    'REQ-001',
    'FR-12',
    '[Name]',
    '```\n',
    '```json\n',
    '---\n',
    '2026-01-31',
  ],
  ...['Approved', '<!-- specwright-disable -->', '<!-- specwright-size small -->', '\n\n## Security\n\n'],
  ...['Not applicable: there is none.', '**Status:** Approved\n', '[link](other.md#part)', '\n| a | b |\n'],
  ...['<!-- specwright-disable-next-line -->\n', '<!-- specwright-enable -->\n', '10%', '[a]: other.md\n'],
);

export const starts: fc.Arbitrary<Start> = fc
  .tuple(
    fc.oneof(
      { weight: 14, arbitrary: fc.constantFrom(...short) },
      { weight: 1, arbitrary: fc.constantFrom(...long) },
      {
        weight: 3,
        arbitrary: fc
          .array(pieces, { minLength: 2, maxLength: 8 })
          .map((parts) => ({ text: `# A plan\n\n${parts.join('\n')}`, schema: system })),
      },
    ),
    fc.constantFrom('\n', '\n', '\n', '\r\n'),
  )
  .map(([start, end]) => ({ ...start, text: start.text.replace(/\n/gu, end) }));

const place = fc.integer({ min: 0, max: 9999 });

export const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 16,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      at: place,
      atLine: fc.boolean(),
      remove: fc.oneof(
        { weight: 4, arbitrary: fc.constant(0) },
        { weight: 2, arbitrary: fc.integer({ min: 1, max: 200 }) },
        { weight: 1, arbitrary: fc.constant('line' as const) },
      ),
      text: fc.oneof(
        { weight: 4, arbitrary: typed },
        { weight: 3, arbitrary: pieces },
        { weight: 2, arbitrary: fc.constant('') },
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      from: place,
      lines: fc.integer({ min: 1, max: 12 }),
      to: place,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('status' as const),
      value: fc.constantFrom('Draft', 'In Review', 'Approved', '[Draft | Approved]', ''),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('wrap' as const, 'undo' as const, 'undo' as const) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('size' as const),
      size: fc.constantFrom('small' as const, 'medium' as const, 'large' as const, undefined),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('rules' as const),
      rules: fc.dictionary(
        fc.constantFrom(...RULES.map(({ id }) => id)),
        fc.constantFrom('off' as const, 'error' as const, 'hint' as const, 'default' as const),
        { maxKeys: 12 },
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('today' as const),
      today: fc.constantFrom('2024-02-29', '2025-06-15', '2026-06-15', '2027-01-01'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('others' as const), salt: fc.integer({ min: 0, max: 20 }) }),
  },
);

/** A workspace whose answers are made up from a number, the same for the same question. */
function othersOf(salt: number): WorkspaceView {
  if (salt === 0) return NO_WORKSPACE;
  const number = (question: string) =>
    [...question].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, salt) % 6;
  const states: readonly LinkState[] = ['unknown', 'found', 'no-file', 'no-anchor', 'found', 'no-file'];
  return {
    isComplete: () => salt % 4 !== 1,
    namesakes: (id) =>
      number(`namesakes ${id}`) < 3 ? [{ path: `docs/${salt % 3}.md`, isOlder: salt % 2 === 0 }] : [],
    nextId: ({ id }) => `${id}-${salt}`,
    defines: (requirement) => number(`defines ${requirement}`) < 3,
    numbersBy: (prefix) => number(`numbersBy ${prefix}`) < 4,
    hasDocument: (name) => number(`hasDocument ${name}`) < 3,
    hasDocumentsOf: (prefix) => number(`hasDocumentsOf ${prefix}`) < 4,
    link: (url) => states[number(`link ${url}`)]!,
  };
}

/** An open document with its diagnostics as an editor keeps them, and those of the same text opened just now. */
export class LongSession {
  private configuration: Configuration = DEFAULT_CONFIGURATION;
  private view = NO_WORKSPACE;
  private today = '2026-06-15';
  private readonly host = {
    ...memoryHost(),
    clock: { today: () => this.today },
    log: { info: () => undefined, error: (message: string) => this.faults.push(message) },
  };
  private readonly document: OpenDocument;
  private readonly diagnostics = new Diagnostics(this.host, () => this.view);
  private readonly texts: string[] = [];
  /** What rules and the reader logged. */
  readonly faults: string[] = [];
  private version = 0;

  constructor(private readonly start: Start) {
    this.document = new OpenDocument('memory:/spec.md', start.text, this.choice(), 0, this.host.log);
    this.look();
  }

  get text(): string {
    return this.document.content;
  }

  take(step: Step): void {
    const { content } = this.document;
    switch (step.kind) {
      case 'edit': {
        const start = at(content, step.at, step.atLine);
        const end = step.remove === 'line' ? lineEnd(content, start) : start + step.remove;
        return this.replace(start, Math.min(end, content.length), step.text);
      }
      case 'move': {
        const start = at(content, step.from, true);
        let end = start;
        for (let i = 0; i < step.lines; i++) end = lineEnd(content, end);
        this.replace(start, end, '');
        const to = at(this.text, step.to, true);
        return this.replace(to, to, content.slice(start, end));
      }
      case 'status': {
        const found = /(Status:?\*{0,2}:?[ \t]*\|?[ \t]*)([^\n\r|]*)/iu.exec(content);
        if (!found) return;
        const start = found.index + found[1]!.length;
        return this.replace(start, start + found[2]!.length, step.value);
      }
      case 'wrap': {
        const fence = '```markdown\n';
        const start = content.indexOf(fence);
        if (start >= 0) return this.replace(start, start + fence.length, '');
        this.replace(content.length, content.length, '\n```\n');
        return this.replace(0, 0, `# Template\n\n${fence}`);
      }
      case 'undo': {
        const before = this.texts.pop();
        if (before !== undefined) this.replaceBy(before);
        return;
      }
      case 'today':
        this.today = step.today;
        return;
      case 'others':
        this.view = othersOf(step.salt);
        return;
      case 'size':
        this.configuration = { ...this.configuration, projectSize: step.size };
        return this.document.choose(this.choice());
      case 'rules':
        this.configuration = { ...this.configuration, rules: step.rules };
        return this.document.choose(this.choice());
    }
  }

  /** Looks at the document as an editor does after each change. */
  look(): void {
    this.diagnostics.problems(this.document, this.configuration);
  }

  /** The problems that were kept up with what happened. */
  kept(): string[] {
    return described(this.document, this.diagnostics.problems(this.document, this.configuration), this.host);
  }

  /** Those of the same text, opened just now. */
  fresh(): string[] {
    const document = new OpenDocument('memory:/spec.md', this.text, this.choice());
    const diagnostics = new Diagnostics(this.host, () => this.view);
    return described(document, diagnostics.problems(document, this.configuration), this.host);
  }

  private choice(): TemplateChoice {
    const { schema } = this.start;
    return choiceOf({ configuration: this.configuration, ...(schema ? { schema } : {}) });
  }

  private replace(start: number, end: number, text: string): void {
    const { content, lines } = this.document;
    this.texts.push(content);
    const range = { start: lines.positionAt(start), end: lines.positionAt(end) };
    this.document.change([{ range, text }], ++this.version);
  }

  /** As an editor undoes: by one edit from the first to the last letter that differ. */
  private replaceBy(text: string): void {
    const { content } = this.document;
    const shorter = Math.min(content.length, text.length);
    let from = 0;
    while (from < shorter && content[from] === text[from]) from++;
    let behind = 0;
    while (behind < shorter - from && content.at(-1 - behind) === text.at(-1 - behind)) behind++;
    this.replace(from, content.length - behind, text.slice(from, text.length - behind));
    this.texts.pop();
  }
}

/** All of a problem that anybody can see, its fixes among it. */
function described(
  document: OpenDocument,
  problems: readonly Problem[],
  host: { readonly clock: { today(): string } },
): string[] {
  return problems.map((problem) =>
    JSON.stringify({
      rule: problem.rule.id,
      severity: problem.severity,
      span: problem.span,
      message: problem.message,
      related: problem.related,
      slot: problem.slot,
      fixes: fixActions(document.spec!, problem, host).map(({ title, edits }) => ({ title, edits })),
    }),
  );
}

function at(text: string, place: number, atLine: boolean): number {
  const offset = Math.floor((place / 10_000) * (text.length + 1));
  return atLine && offset > 0 ? text.lastIndexOf('\n', offset - 1) + 1 : offset;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}
