// What has to be so before a version goes out.

/** Each thing that is in the way of publishing, as a sentence that says what to do; none: go ahead. */
export function obstacles({ version, changelog, changed, tags, env }) {
  const heading = changelog.split('\n').find((line) => line.startsWith(`## ${version} `));
  const found = [];
  if (!heading) found.push(`CHANGELOG.md has no section for ${version}. Write one.`);
  else if (!/ \d{4}-\d\d-\d\d$/.test(heading)) {
    found.push(`CHANGELOG.md gives ${version} no date. Put today's in place of "unreleased".`);
  }
  if (changed.trim() !== '') found.push('There are changes that are not committed. Commit them.');
  if (!tags.split('\n').includes(`v${version}`)) {
    found.push(`The commit has no tag v${version}. Set it: git tag v${version}`);
  }
  for (const token of ['VSCE_PAT', 'OVSX_PAT']) {
    if (!env[token]) found.push(`The variable ${token} is not set. Put the token in it.`);
  }
  return found;
}
