/** The folded title of a column that holds methods of HTTP. */
export const METHOD_COLUMN = /^(?:http )?(?:method|verb)$/u;

/** The folded title of a column that may hold status codes of HTTP: one called "Status" does only where its samples do. */
export const STATUS_COLUMN = /^(?:(?:http )?(?:status|code|status code|response code)|http)$/u;
