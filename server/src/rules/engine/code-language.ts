import { findJsonFault } from './json-fault';

/** How code begins, comments left out, where it is in a language beyond doubt. */
const BEGINNINGS: readonly (readonly [languages: readonly string[], beginning: RegExp])[] = [
  [
    ['sql', 'postgresql', 'mysql', 'plsql'],
    /^(?:create|alter|drop|insert\s+into|select\s[^;]*\sfrom|update\s+\S+\s+set|delete\s+from|with\s+\w+\s+as\s*\(|begin\s*;|grant|truncate)\s/iu,
  ],
  [
    ['mermaid'],
    /^(?:(?:flowchart|graph)\s+(?:TB|TD|BT|RL|LR)|sequenceDiagram|stateDiagram(?:-v2)?|erDiagram|classDiagram|gantt|C4Context)\b/u,
  ],
  [['plantuml', 'puml'], /^@start(?:uml|salt|mindmap)\b/u],
  [['dot', 'graphviz'], /^(?:strict\s+)?(?:di)?graph\s+\w*\s*\{/u],
  [
    ['bash', 'sh', 'shell', 'zsh', 'console'],
    /^(?:#!\/|\$ )?(?!\w+\s+(?:sure|the|an?|to|is|it|are|as|for)\s)(?:curl|npm|npx|pnpm|yarn|docker|git|make|cd|export|kubectl|helm|terraform|sudo|pip|go (?:build|run|test)|cargo|mvn|gradle|\.\/)\s?[\w./-]/u,
  ],
  [
    ['typescript', 'ts', 'javascript', 'js'],
    /^(?:export\s+)?(?:default\s+)?(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(?:interface\s+\w+(?:<[^>]*>)?(?:\s+extends\s[^{]*)?\s*\{|class\s+\w+[^:;]*\{|type\s+\w+\s*=|enum\s+\w+\s*\{|const\s+\w+|function\s+\w+\s*\([^)]*\)[^{:]*\{|import\s+[^;]*\sfrom\s+['"])/u,
  ],
  [
    ['python', 'py'],
    /^(?:def\s+\w+\(.*\)[^{]*:\s*$|class\s+\w+(?:\([^)]*\))?:\s*$|from\s+[\w.]+\s+import\s|import\s+[\w.]+\s*$)/mu,
  ],
  [
    ['go', 'golang'],
    /^(?:package\s+\w+|func\s+(?:\([^)]*\)\s*)?\w+\(|type\s+\w+\s+(?:struct|interface)\s*\{)/u,
  ],
  [['graphql', 'gql'], /^(?:query|mutation|subscription|schema|extend\s+type)\b[^{]*\{/u],
  [['proto', 'protobuf'], /^(?:syntax\s*=\s*"proto|message\s+\w+\s*\{|service\s+\w+\s*\{)/u],
  [['http'], /^(?:(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+\S+\s+)?HTTP\/\d/u],
];

/** Comments and blank lines before anything else. */
const PREAMBLE = /^(?:\s+|--[^\n]*|\/\/[^\n]*|#(?!!)[^\n]*|%%[^\n]*|\/\*[\s\S]*?\*\/)*/u;

/** Whether code is in a language beyond doubt; a language that this cannot tell is never certain. */
export function isCertainly(language: string, code: string): boolean {
  if (language === 'json') return /^\s*[[{]/u.test(code) && findJsonFault(code) === undefined;
  const start = code.replace(PREAMBLE, '');
  return BEGINNINGS.some(([languages, beginning]) => languages.includes(language) && beginning.test(start));
}
