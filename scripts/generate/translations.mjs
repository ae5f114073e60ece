// Brings the translations in line with the English texts, and says what is left for a person to translate.

/**
 * One translation as it should be written. Of the sources' texts the English is the key, so that another text is another key. Of
 * the manifest's the key stays, so a translation goes when its English has changed. What both have is translated once.
 * @param english the texts as they are: `bundle` and `texts`, and those of the manifest as they were: `knownTexts`
 * @param translation its `bundle` and its `texts` of the manifest
 * @returns both in the order of the English, and what is `open`, one line each
 */
export function translate({ bundle, texts, knownTexts }, translation) {
  const open = [];
  const inBundle = inOrder(bundle, translation.bundle);
  for (const key of Object.keys(inBundle)) {
    if (bundle[key] === undefined)
      open.push(`delete from the bundle, or give it the new key: ${JSON.stringify(key)}`);
  }
  for (const key of Object.keys(bundle)) {
    if (!inBundle[key]) open.push(`translate in the bundle: ${JSON.stringify(key)}`);
  }
  const holding = Object.entries(translation.texts).filter(
    ([key]) => texts[key] !== undefined && (knownTexts[key] ?? texts[key]) === texts[key],
  );
  const once = Object.entries(texts).flatMap(([key, text]) =>
    inBundle[text] ? [[key, inBundle[text]]] : [],
  );
  const inManifest = inOrder(texts, Object.fromEntries([...holding, ...once]));
  for (const [key, text] of Object.entries(texts)) {
    if (!inManifest[key])
      open.push(`translate in package.nls: ${JSON.stringify(key)}, ${JSON.stringify(text)}`);
  }
  return { bundle: inBundle, texts: inManifest, open };
}

/** The entries of a translation in the order of the English, and at the end those that have no English any more. */
function inOrder(english, translation) {
  const keys = [...Object.keys(english), ...Object.keys(translation)];
  return Object.fromEntries(
    [...new Set(keys)].filter((key) => key in translation).map((key) => [key, translation[key]]),
  );
}
