/** Where a text is no JSON, as offsets into it, and what is wrong there as a sentence. */
export interface JsonFault {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** A string as RFC 8259 has it, which forbids the first 32 characters only. */
const STRING_PATTERN = String.raw`"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"`;
/** Strings, the rest of a line from a quote that begins none, numbers and words; else one character. */
const TOKEN = new RegExp(String.raw`${STRING_PATTERN}|"[^\n\r]*|[\p{L}\p{N}_$.+-]+|[^ \t\r\n]`, 'uy');
const SPACE = /[ \t\r\n]*/uy;
const STRING = new RegExp(`^${STRING_PATTERN}$`, 'u');
const SCALAR = /^(?:"|-?\d|true$|false$|null$)/u;

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the first place at which a text is no JSON (RFC 8259). JSON values that follow one another are no fault, since
 * an example may show several.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  try {
    new Reader(text).readAll();
    return undefined;
  } catch (fault) {
    if (fault instanceof Fault) return fault;
    throw fault;
  }
}

class Fault extends Error implements JsonFault {
  readonly start: number;
  readonly end: number;

  constructor({ start, end }: Token, message: string) {
    super(message);
    this.start = start;
    this.end = end;
  }
}

class Reader {
  readonly #text: string;
  #token: Token;
  #last: Token = { text: '', start: 0, end: 0 };

  constructor(text: string) {
    this.#text = text;
    this.#token = this.#read(0);
  }

  readAll(): void {
    do this.#value();
    while (this.#token.text !== '');
  }

  #value(): void {
    const { text } = this.#token;
    if (text === '{') this.#list('}', () => this.#member());
    else if (text === '[') this.#list(']', () => this.#value());
    else if (text === '') this.#ended();
    else if (text.startsWith('"') && !STRING.test(text))
      throw this.#fault('A string is not closed on its line, or has a character that must be escaped');
    else if (text.startsWith("'")) throw this.#fault('Strings stand in double quotes');
    else if (/^[-+.\d]/u.test(text) && !isNumber(text)) throw this.#fault(`"${text}" is no number`);
    else if (!SCALAR.test(text)) throw this.#fault(`A value must stand here, not "${text}"`);
    else this.#next();
  }

  #member(): void {
    const { text } = this.#token;
    if (text.startsWith("'") || /^[\p{L}_$]/u.test(text)) throw this.#fault('Names stand in double quotes');
    if (!text.startsWith('"')) throw this.#fault(`A name in double quotes must stand here, not "${text}"`);
    if (!STRING.test(text))
      throw this.#fault('A string is not closed on its line, or has a character that must be escaped');
    this.#next();
    if (this.#token.text === '') this.#ended();
    if (this.#token.text !== ':') throw this.#fault('A colon is missing before this');
    this.#next();
    this.#value();
  }

  #list(end: string, readItem: () => void): void {
    this.#next();
    if (this.#token.text === end) return this.#next();
    for (;;) {
      if (this.#token.text === '') this.#ended();
      readItem();
      if (this.#token.text === end) return this.#next();
      if (this.#token.text === '') this.#ended();
      if (/^[}\]:]$/u.test(this.#token.text)) throw this.#fault(`"${end}" must stand here`);
      if (this.#token.text !== ',') throw this.#fault('A comma is missing before this');
      const comma = this.#token;
      this.#next();
      if (this.#token.text === end) throw new Fault(comma, `No comma may stand before "${end}"`);
    }
  }

  #ended(): never {
    throw new Fault(this.#last, 'It ends here before all brackets are closed');
  }

  #fault(message: string): Fault {
    return new Fault(this.#token, message);
  }

  #next(): void {
    this.#last = this.#token;
    this.#token = this.#read(this.#token.end);
  }

  #read(from: number): Token {
    SPACE.lastIndex = from;
    const start = from + SPACE.exec(this.#text)![0].length;
    TOKEN.lastIndex = start;
    const text = TOKEN.exec(this.#text)?.[0] ?? '';
    return { text, start, end: start + text.length };
  }
}

function isNumber(text: string): boolean {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/u.test(text);
}
