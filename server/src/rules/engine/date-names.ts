/** What the field is called that says when a document was begun, as names are compared. */
export const CREATED = /^(?:date )?(?:created|written|authored)(?: on| at| date)?$|^creation date$/u;
/** The same of a date of which nothing more is said. */
export const DATE = /^(?:document )?date$/u;
/** The same of when it was last changed. */
export const UPDATED =
  /^(?:date )?(?:last )?(?:updated|modified|revised|changed|edited)(?: on| at| date)?$|^(?:last )?(?:update|modification|revision|change)(?: date)?$/u;
