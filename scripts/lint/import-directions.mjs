// Which part of the house may import which, as ESLint configuration. ARCHITECTURE.md says why.
import { builtinModules } from 'node:module';

/** Each layer of server/src may import itself and the layers before it. */
const layers = ['text', 'syntax', 'model', 'template', 'workspace', 'rules', 'features', 'lsp'];

/** What stands on top of them, and on which layer. */
const mains = { node: 'lsp', browser: 'lsp', cli: 'features' };

/** Beyond the layers below it: the command line reads files as the Node server does. */
const also = { cli: ['node'] };

const knowTheProtocol = ['lsp', 'node', 'browser'];
const knowTextDocument = ['workspace', 'lsp'];
const knowNode = ['node', 'cli'];

const nodeModules = `^(node:.*|(${builtinModules.join('|')})(/.*)?)$`;
const everything = [...layers, ...Object.keys(mains)];

/** How deep in its layer a file may be: as deep as that, the way out of the layer is known from the import alone. */
const depths = [0, 1, 2];

export const importDirections = [
  ...everything.flatMap(layerRules),
  ...ruleRules(),
  protocolRules(),
  ...clientRules(),
];

function layerRules(layer) {
  return depths.map((depth) =>
    restrict(`server/src/${layer}/${'*/'.repeat(depth)}*.ts`, layerPatterns(layer, '../'.repeat(depth + 1))),
  );
}

/** `out` leads from a file to server/src. */
function layerPatterns(layer, out) {
  const below = layers.slice(0, layers.indexOf(mains[layer] ?? layer) + 1);
  const allowed = [layer, ...below, ...(also[layer] ?? [])];
  const forbidden = everything.filter((other) => !allowed.includes(other));
  const patterns = [
    pattern(`^${out}(${forbidden.join('|')})(/|$)`, `"${layer}" may import only: ${allowed.join(', ')}.`),
    pattern('^vscode$|^vscode-languageclient|(^|/)client/', 'The server knows nothing of the editor.'),
  ];
  if (layer === 'cli') patterns.push(pattern(`^${out}node/main`, 'The command line speaks no LSP.'));
  if (!knowTheProtocol.includes(layer)) {
    const only = `Only ${knowTheProtocol.join(', ')} and protocol.ts know the Language Server Protocol.`;
    patterns.push(pattern('^vscode-(languageserver(?!-textdocument)|jsonrpc)', only));
    patterns.push(pattern(`^${out}protocol$`, only));
  }
  if (!knowTextDocument.includes(layer)) {
    patterns.push(
      pattern('^vscode-languageserver-textdocument', `Only ${knowTextDocument.join(' and ')} use it.`),
    );
  }
  if (!knowNode.includes(layer)) {
    patterns.push(
      pattern(nodeModules, `Only ${knowNode.join(' and ')} know Node; others ask a port of "workspace".`),
    );
  }
  return patterns;
}

/** A rule stands by itself, on the engine; only the generated registry knows them all. */
function ruleRules() {
  const alone = 'A rule imports no other rule; what two of them share belongs in engine/ or a layer below.';
  return [
    restrict(
      'server/src/rules/*.ts',
      [...layerPatterns('rules', '../'), pattern(String.raw`^\./(?!engine/)`, alone)],
      ['server/src/rules/*.generated.ts'],
    ),
    restrict('server/src/rules/engine/*.ts', [
      ...layerPatterns('rules', '../../'),
      pattern(
        String.raw`^\.\./(?!\.\./|registry\.generated$)`,
        'The engine knows no rule but through the registry.',
      ),
    ]),
  ];
}

function protocolRules() {
  const plain = 'Both sides import protocol.ts, so it stands alone.';
  return restrict('server/src/protocol.ts', [pattern('^(?!vscode-languageserver)', plain)]);
}

function clientRules() {
  const shared = [
    pattern('(^|/)server/(?!src/protocol$)', 'The client knows protocol.ts of the server, and nothing else.'),
    pattern('^vscode-languageserver', 'The client speaks through vscode-languageclient.'),
  ];
  const node = pattern(`${nodeModules}|^vscode-languageclient/node`, 'Only a file *.node.ts knows Node.');
  const web = pattern('^vscode-languageclient/browser', 'Only a file *.web.ts knows the browser.');
  return [
    restrict('client/src/**/*.ts', [...shared, node, web], ['**/*.node.ts', '**/*.web.ts']),
    restrict('client/src/**/*.node.ts', [...shared, web]),
    restrict('client/src/**/*.web.ts', [...shared, node]),
  ];
}

function pattern(regex, message) {
  return { regex, message };
}

function restrict(files, patterns, ignores = []) {
  return { files: [files], ignores, rules: { 'no-restricted-imports': ['error', { patterns }] } };
}
