/** The key under which Specwright's own settings stand in a front matter; it is never a field of the document. */
export const OWN_KEY = 'specwright';
