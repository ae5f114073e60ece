// What Stryker leaves alone beside single strings: the expressions that put messages and documentation together.
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

const WORDS = new Set(['message', 'docs']);

/** What Stryker loads. */
export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'words', {
    shouldIgnore: ({ node }) =>
      node.type === 'ObjectProperty' && WORDS.has(node.key.name) ? 'Words are for people.' : undefined,
  }),
];
