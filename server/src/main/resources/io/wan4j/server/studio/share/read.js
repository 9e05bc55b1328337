// Reads an order back: a JSON body, or a curl line with one in it.

/**
 * @param {string} text what was pasted
 * @returns {object} the body
 * @throws {Error} with a key of words when there is no order in it
 */
export function readOrder(text) {
  const trimmed = text.trim();
  const body = trimmed.startsWith("{") ? parse(trimmed) : parse(dataOf(shellWords(trimmed)));
  if (body === null || typeof body !== "object" || Array.isArray(body)) throw new Error("read.json");
  return body.request ?? body;
}

function parse(json) {
  try {
    return JSON.parse(json);
  } catch {
    throw new Error("read.json");
  }
}

function dataOf(words) {
  if (!words.some((word) => /(^|\/)curl$/.test(word))) throw new Error("read.curl");
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (/^(-d|--data|--data-raw|--data-binary|--json)$/.test(word) && i + 1 < words.length) return words[i + 1];
    const joined = /^--(?:data|data-raw|data-binary|json)=([\s\S]*)$/.exec(word) ?? /^-d([\s\S]+)$/.exec(word);
    if (joined) return joined[1];
  }
  throw new Error("read.data");
}

/** Words as a POSIX shell splits them: quotes, backslashes, continued lines, $'…'. */
export function shellWords(line) {
  const words = [];
  let word = null;
  for (let i = 0; i < line.length; i++) {
    const c = line[i];
    if (c === "'" || (c === "$" && line[i + 1] === "'")) {
      const ansi = c === "$";
      i += ansi ? 2 : 1;
      let piece = "";
      for (; i < line.length && line[i] !== "'"; i++) {
        if (ansi && line[i] === "\\") piece += { n: "\n", t: "\t", r: "\r" }[line[++i]] ?? line[i];
        else piece += line[i];
      }
      word = (word ?? "") + piece;
    } else if (c === '"') {
      word ??= "";
      for (i++; i < line.length && line[i] !== '"'; i++) {
        if (line[i] === "\\" && /["\\$`\n]/.test(line[i + 1] ?? "")) {
          i++;
          if (line[i] === "\n") continue;
        }
        word += line[i];
      }
    } else if (c === "\\" && (line[i + 1] === "\n" || line.startsWith("\r\n", i + 1))) {
      i += line[i + 1] === "\r" ? 2 : 1;
    } else if (c === "\\") {
      word = (word ?? "") + (line[++i] ?? "");
    } else if (/\s/.test(c)) {
      if (word !== null) words.push(word);
      word = null;
    } else {
      word = (word ?? "") + c;
    }
  }
  if (word !== null) words.push(word);
  return words;
}
