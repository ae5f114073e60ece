// Brings the translations in line with the English texts, and says what is left for a person to translate.

/**
 * One translation as it should be written. A person writes it under the English, so that a text that has changed is one that is
 * not translated: those of the sources in `bundle`, those of the manifest that the sources do not have in `manifest`.
 * @param english the texts as they are: `bundle`, and those of the manifest as `texts` by their keys
 * @param translation its `bundle` and its `manifest`
 * @returns both in the order of the English; the `texts` of the manifest by their keys; and what is `open`, one line each
 */
export function translate({ bundle, texts }, translation) {
  const own = Object.values(texts).filter((text) => bundle[text] === undefined);
  const inBundle = inOrder(Object.keys(bundle), translation.bundle);
  const inManifest = inOrder(own, translation.manifest);
  const known = { ...inManifest, ...inBundle };
  const open = [
    ...missing(Object.keys(bundle), inBundle).map((text) => `translate in the bundle: ${text}`),
    ...missing(own, inManifest).map((text) => `translate in the manifest: ${text}`),
    ...missing(Object.keys(inBundle), bundle).map((text) => `delete from the bundle, or reword: ${text}`),
    ...missing(Object.keys(inManifest), Object.fromEntries(own.map((text) => [text, text]))).map(
      (text) => `delete from the manifest, or reword: ${text}`,
    ),
  ];
  const entries = Object.entries(texts).filter(([, text]) => known[text]);
  return {
    bundle: inBundle,
    manifest: inManifest,
    texts: Object.fromEntries(entries.map(([key, text]) => [key, known[text]])),
    open,
  };
}

/** Those that a translation lacks, each as it is written in JSON. */
function missing(english, translation) {
  return [...new Set(english)].filter((text) => !translation[text]).map((text) => JSON.stringify(text));
}

/** The entries of a translation in the order of the English, and at the end those that have no English any more. */
function inOrder(english, translation) {
  const keys = new Set([...english, ...Object.keys(translation)]);
  return Object.fromEntries(
    [...keys].filter((key) => key in translation).map((key) => [key, translation[key]]),
  );
}
