/** RFC 9110 and 5789, WebDAV (RFC 4918, 3253, 3648, 3744, 5323, 5842), QUERY, and what proxies and caches use. */
export const HTTP_METHODS: ReadonlySet<string> = new Set(
  [
    'GET HEAD POST PUT PATCH DELETE CONNECT OPTIONS TRACE QUERY',
    'PROPFIND PROPPATCH MKCOL COPY MOVE LOCK UNLOCK SEARCH ACL BIND UNBIND REBIND REPORT ORDERPATCH',
    'BASELINE-CONTROL CHECKIN CHECKOUT LABEL MERGE MKACTIVITY MKWORKSPACE UNCHECKOUT UPDATE VERSION-CONTROL',
    'MKCALENDAR MKREDIRECTREF UPDATEREDIRECTREF LINK UNLINK PRI PURGE LIST',
  ].flatMap((line) => line.split(' ')),
);

const COMMON = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** The method that a word was probably meant to be: one letter is wrong, missing or too many, or two changed places. */
export function methodMeantBy(word: string): string | undefined {
  const upper = word.toUpperCase();
  if (HTTP_METHODS.has(upper) || upper.length < 3) return undefined;
  return COMMON.find((method) => isOneSlipAway(upper, method));
}

function isOneSlipAway(word: string, method: string): boolean {
  let start = 0;
  while (start < word.length && word[start] === method[start]) start += 1;
  let end = 0;
  const most = Math.min(word.length, method.length) - start;
  while (end < most && word.at(-1 - end) === method.at(-1 - end)) end += 1;
  const left = word.slice(start, word.length - end);
  const right = method.slice(start, method.length - end);
  const isSwap = left.length === 2 && left[0] === right[1] && left[1] === right[0];
  return isSwap || Math.max(left.length, right.length) <= 1;
}
