// Downloads a package from the npm registry and unpacks it, if it is the file that it was when this was written.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from '../lib/npm.mjs';
import { run } from '../lib/processes.mjs';
import { Failure, note } from '../lib/say.mjs';

/** Leaves the package in `target/package`, without the files that match the patterns of `without`. */
export async function unpackFromNpm({ name, version, sha512, target, without = [] }) {
  note('downloading');
  await npm(['pack', `${name}@${version}`, '--pack-destination', target, '--loglevel=error'], {
    cwd: target,
    quiet: true,
  });
  const archive = readdirSync(target).find((file) => file.endsWith('.tgz'));
  const found = createHash('sha512')
    .update(readFileSync(join(target, archive)))
    .digest('base64');
  if (found !== sha512) {
    throw new Failure(`${name} ${version} from the npm registry is not the expected file (sha512 ${found}).`);
  }
  note('unpacking');
  // A relative name, since some versions of tar take the colon of "C:" for a host name.
  await run('tar', [...without.map((pattern) => `--exclude=${pattern}`), '-xzf', archive], {
    cwd: target,
    quiet: true,
  });
  rmSync(join(target, archive));
}
