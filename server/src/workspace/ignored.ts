import type { Configuration } from './configuration';
import { isIgnored } from './globs';

/** By the configuration that they turn off: the same object each time. */
const disabled = new WeakMap<Configuration, Configuration>();

/** The settings for a path: one that they leave out has Specwright turned off. */
export function forPath(configuration: Configuration, path: string): Configuration {
  if (!configuration.enable || !isIgnored(path, configuration.ignore)) return configuration;
  let off = disabled.get(configuration);
  if (!off) disabled.set(configuration, (off = { ...configuration, enable: false }));
  return off;
}
