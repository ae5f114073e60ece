import { t } from '@vscode/l10n';
import type { DirectiveKind } from '../../model/directive';
import { RULES } from '../../rules/engine/registry.generated';
import { PROJECT_SIZES } from '../../template/schema';
import { lineEnd } from '../../text/line';
import type { Completion, CompletionSource } from './completion';
import type { Cursor } from './cursor';
import { surroundingsAt } from './surroundings';

const DIRECTIVES = [
  'disable-next-line',
  'disable-line',
  'disable',
  'enable',
  'disable-file',
  'template',
  'size',
] as const satisfies readonly DirectiveKind[];
const NAME = /^(.*?)(<!--[ \t]*)([\w-]*)$/u;
const ARGUMENT = /<!--[ \t]*specwright-([a-z-]+)[ \t]+((?:(?! --).)*?)([\w-]*)$/u;

/** Comments that speak to Specwright, the rules that they name, and the templates. */
export const suppressions: CompletionSource = { triggers: '-', offer };

function offer(cursor: Cursor): Completion[] {
  const { before } = cursor;
  if (!before.includes('<!--') || before.lastIndexOf('-->') > before.lastIndexOf('<!--')) return [];
  const isInCode = /^[^`]*`(?:[^`]*`[^`]*`)*[^`]*$/u.test(before.slice(0, before.lastIndexOf('<!--')));
  if (isInCode || cursor.place === 'front-matter' || isInOther(cursor)) return [];
  const argument = ARGUMENT.exec(before);
  if (argument) return args(cursor, argument[1]!, argument[3]!);
  const name = NAME.exec(before);
  return name ? directives(cursor, name) : [];
}

/** Whether the line was part of code, of a comment or of HTML before the comment on it began. */
function isInOther({ spec: { model }, line, before }: Cursor): boolean {
  const start = line.start + before.lastIndexOf('<!--');
  return surroundingsAt(model, start) === 'opaque';
}

function directives(
  { line, before, after, spec, isOnDemand }: Cursor,
  [, , opening, typed = '']: RegExpExecArray,
): Completion[] {
  const start = before.lastIndexOf('<!--');
  if (!isOnDemand && typed !== '' && !'specwright-'.startsWith(typed) && !typed.startsWith('specwright-'))
    return [];
  const closing = /^[ \t]*(?:[\w-]*?[ \t]*)-->/u.exec(after)?.[0];
  if (closing === undefined ? after.includes('-->') : !isOurs(typed + closing)) return [];
  const end = line.start + before.length + (closing ?? '').length;
  // An opened comment hides what follows; a text behind it on its line stays.
  return DIRECTIVES.map((name): Completion => {
    const argument = name === 'template' ? spec.schema.id : name === 'size' ? PROJECT_SIZES[0] : 'rule';
    const head = `<!-- specwright-${name} `;
    const isAboutRules = name !== 'template' && name !== 'size';
    const choices = name === 'size' ? PROJECT_SIZES : undefined;
    return {
      label: `specwright-${name}`,
      kind: 'rule',
      detail: whatItDoes(name),
      span: { start: line.start + start, end },
      filter: `${opening!.trimEnd() === opening && typed === '' ? '<!-- ' : opening}specwright-${name}`,
      text: `${head}${argument}${isAboutRules && name !== 'enable' ? ' -- reason' : ''} -->`,
      stops: [
        { span: { start: head.length, end: head.length + argument.length }, choices },
        ...(isAboutRules && name !== 'enable'
          ? [{ span: { start: head.length + argument.length + 4, end: head.length + argument.length + 10 } }]
          : []),
      ],
    };
  });
}

function whatItDoes(name: DirectiveKind): string {
  switch (name) {
    case 'disable-next-line':
      return t('silences rules on the next line');
    case 'disable-line':
      return t('silences rules on this line');
    case 'disable':
      return t('silences rules up to a comment that enables them');
    case 'enable':
      return t('ends what was disabled');
    case 'disable-file':
      return t('silences rules in this file');
    case 'template':
      return t('names the template of this document');
    case 'size':
      return t('states the size of the project');
  }
}

/** Whether what a comment says, up to its end, is nothing or begins one that speaks to Specwright; another is its author's. */
function isOurs(comment: string): boolean {
  const words = comment.replace(/-->$/u, '').trim();
  return 'specwright-'.startsWith(words) || words.startsWith('specwright-');
}

function args(cursor: Cursor, directive: string, typed: string): Completion[] {
  const { offset, after, request } = cursor;
  const rest = /^[\w-]*/u.exec(after)![0];
  const span = { start: offset - typed.length, end: offset + rest.length };
  const listed = (values: readonly string[], details: readonly string[] = []): Completion[] =>
    values.map((label, i) => ({
      label,
      kind: 'choice',
      detail: details[i],
      span,
      keepsRest: true,
      text: label,
    }));
  if (directive === 'size') return listed(PROJECT_SIZES);
  if (directive === 'template') {
    const { schemas } = request;
    return listed(
      schemas.map(({ id }) => id),
      schemas.map(({ name }) => name),
    );
  }
  return DIRECTIVES.some((name) => name === directive) ? rules(cursor, directive, span) : [];
}

/** The rules that have something to say below the comment come first, then those that have elsewhere. */
function rules(cursor: Cursor, directive: string, span: Completion['span']): Completion[] {
  const { line, request, after } = cursor;
  // Without its end a comment takes in all that follows, and to read that again would take long.
  const bare = after.includes('-->') ? cursor.bare : undefined;
  const text = bare?.model.tree.text ?? '';
  const below = line.start + /^(?:\r\n|\n|\r)?/u.exec(text.slice(line.start, line.start + 2))![0].length;
  const end = lineEnd(text, below);
  const problems = bare ? request.problemsOf(bare) : [];
  const here =
    directive === 'disable-next-line'
      ? problems.filter(({ span: at }) => at.start >= below && at.start <= end)
      : [];
  const idsOf = (found: typeof problems) => found.map(({ rule }) => rule.id);
  const [onLine, anywhere] = [new Set(idsOf(here)), new Set(idsOf(problems))];
  const rank = (id: string) => (onLine.has(id) ? 0 : anywhere.has(id) ? 1 : 2);
  return [...RULES]
    .sort((a, b) => rank(a.id) - rank(b.id) || (a.id < b.id ? -1 : 1))
    .map(({ id, docs }) => ({
      label: id,
      kind: 'rule',
      detail: [t('on the next line'), t('in this document'), undefined][rank(id)],
      documentation: () => t(docs.what),
      span,
      keepsRest: true,
      text: id,
    }));
}
