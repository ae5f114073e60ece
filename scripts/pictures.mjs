// Takes the pictures of the walkthrough (media/walkthrough/*.webp, small, since they are in the package) and of the documentation
// (docs/images/*.png) in a real VS Code.
//   --only walkthrough|README
import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { openPage } from './browser/launch.mjs';
import { root, temporaryFolder } from './lib/paths.mjs';
import { run, stopOnSignals } from './lib/processes.mjs';
import { Failure, main, note } from './lib/say.mjs';

const quality = 0.6;

await main(async () => {
  stopOnSignals();
  const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
  const pictures = temporaryFolder('pictures');
  const env = {
    ...process.env,
    SPECWRIGHT_TEST_GREP: `Pictures of the ${values.only}`,
    SPECWRIGHT_PICTURES: pictures,
  };
  await run(process.execPath, [join(root, 'scripts/test.mjs'), '--only', 'build,ui'], { cwd: root, env });
  const taken = readdirSync(pictures).filter((name) => name.endsWith('.png'));
  if (taken.length === 0) throw new Failure('No pictures were taken.');
  for (const name of taken.filter(isOfDocumentation)) {
    const file = join(root, 'docs/images', name.replace('docs-', ''));
    mkdirSync(join(root, 'docs/images'), { recursive: true });
    copyFileSync(join(pictures, name), file);
    note(file);
  }
  const folder = join(root, 'media/walkthrough');
  mkdirSync(folder, { recursive: true });
  const { page, close } = await openPage();
  try {
    for (const name of taken.filter((each) => !isOfDocumentation(each)).sort()) {
      const png = readFileSync(join(pictures, name)).toString('base64');
      const webp = await page.evaluate(asWebp, { png, quality });
      const file = join(folder, `${basename(name, '.png')}.webp`);
      writeFileSync(file, Buffer.from(webp, 'base64'));
      note(`${file}  ${(statSync(file).size / 1024).toFixed(1)} KB`);
    }
  } finally {
    await close();
  }
});

function isOfDocumentation(name) {
  return name.startsWith('docs-');
}

/** Runs in the browser, which can do what would need a library here. */
/* global createImageBitmap, document */
async function asWebp({ png, quality }) {
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const canvas = Object.assign(document.createElement('canvas'), {
    width: bitmap.width,
    height: bitmap.height,
  });
  canvas.getContext('2d').drawImage(bitmap, 0, 0);
  return canvas.toDataURL('image/webp', quality).split(',')[1];
}
