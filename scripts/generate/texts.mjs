// The texts of the client and the server that a person reads, as the bundle that translations start from.
import ts from 'typescript';

/** What calls `t` for a text, by the module that it comes from: `t(…)` in the server, `l10n.t(…)` in the client. */
const MODULES = new Set(['@vscode/l10n', 'vscode']);

/**
 * The English bundle: each text under itself.
 * @param sources the files, each with its name and its text
 * @param others texts that are shown through `t` and are written elsewhere, such as those of the rules
 * @returns the bundle, in alphabetical order
 */
export function englishBundle(sources, others) {
  const texts = new Set(others);
  for (const { name, text } of sources) for (const found of textsIn(name, text)) texts.add(found);
  return Object.fromEntries([...texts].sort().map((text) => [text, text]));
}

/** The texts of one file. One that is put together cannot be translated, and is an error. */
function textsIn(name, text) {
  if (![...MODULES].some((module) => text.includes(`'${module}'`))) return [];
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const texts = [];
  const visit = (node) => {
    if (ts.isCallExpression(node) && /^(?:l10n\.)?t$/u.test(node.expression.getText(file))) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteralLike(argument)) texts.push(argument.text);
      else if (argument && (ts.isTemplateExpression(argument) || ts.isBinaryExpression(argument))) {
        const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
        throw new Error(
          `${name}, line ${line + 1}: give t one whole text, with {0} where something goes in.`,
        );
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return texts;
}
