// One stream of events for all tasks of the account. EventSource cannot send a key, so the stream is
// read by hand (WHATWG HTML, 9.2). A tab that is not seen holds no connection: browsers have few.

import { ask, key } from "./api.js";

const SHORTEST_PAUSE = 500;
const LONGEST_PAUSE = 2500;

/**
 * Listens until stopped, over lost connections and server restarts.
 *
 * @param {{task: (body: object) => void, open: () => void, lost: () => void}} listener
 * @returns {() => void} stops
 */
export function listen(listener) {
  let stopped = false;
  let current = null;
  let pause = SHORTEST_PAUSE;
  let timer = 0;

  async function connect() {
    if (stopped || document.hidden || current || !key()) return;
    const mine = (current = new AbortController());
    let lost = true;
    try {
      const reply = await ask("wan4j/v1/events", { accept: "text/event-stream", signal: mine.signal });
      pause = SHORTEST_PAUSE;
      listener.open();
      for await (const event of events(reply.body)) listener.task(JSON.parse(event));
    } catch (failure) {
      lost = failure.name !== "AbortError" && failure.status !== 401;
      if (failure.status === 401) stopped = true;
    }
    if (current === mine) current = null;
    if (stopped || mine.signal.aborted) return;
    if (lost) listener.lost();
    timer = setTimeout(connect, pause);
    pause = Math.min(LONGEST_PAUSE, pause * 1.7);
  }

  function see() {
    clearTimeout(timer);
    if (document.hidden) {
      current?.abort();
      current = null;
    } else {
      connect();
    }
  }

  document.addEventListener("visibilitychange", see);
  connect();
  return () => {
    stopped = true;
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", see);
    current?.abort();
  };
}

/** The data of each event. */
async function* events(stream) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    rest += value;
    const parts = rest.split("\n\n");
    rest = parts.pop();
    for (const part of parts) {
      const data = part.split("\n").filter((line) => line.startsWith("data:")).map((line) => line.slice(5).trimStart());
      if (data.length) yield data.join("\n");
    }
  }
}
