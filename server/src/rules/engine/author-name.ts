/** The folded name of a field or the title of a column that holds who wrote something. */
export const AUTHOR = /^authors?$/u;
