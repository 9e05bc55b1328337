// The account's tasks as far as this page has seen them, kept fresh by events.

import { get, post } from "./api.js";
import { listen } from "./events.js";

const known = new Map();
const watchers = new Set();
let stop = () => {};

export const isOver = (body) => ["SUCCEEDED", "FAILED", "CANCELED"].includes(body.output.task_status);
export const id = (body) => body.output.task_id;
export const status = (body) => body.output.task_status;

export const task = (taskId) => known.get(taskId);
export const all = () => [...known.values()].sort((a, b) => b.task.submitted_at - a.task.submitted_at);
export const moving = () => all().filter((body) => !isOver(body));

/** Begins to listen. @param {(connected: boolean) => void} connection */
export function start(connection) {
  stop();
  stop = listen({
    task: remember,
    open: () => {
      connection(true);
      refresh();
    },
    lost: () => connection(false),
  });
}

export function end() {
  stop();
  known.clear();
}

/** Asks again after tasks that were on the way when events could not be heard. */
async function refresh() {
  for (const body of moving()) {
    load(id(body)).catch((failure) => failure.status === 404 && forget(id(body)));
  }
}

export function remember(body) {
  known.set(id(body), body);
  watchers.forEach((watcher) => watcher(body));
  return body;
}

export function forget(taskId) {
  known.delete(taskId);
}

/** Calls for each task that has changed. @returns {() => void} ends it */
export function watch(watcher) {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export const load = async (taskId) => remember(await get(`wan4j/v1/tasks/${encodeURIComponent(taskId)}`));

export async function search(query) {
  const page = await get(`wan4j/v1/tasks?${new URLSearchParams(query)}`);
  page.tasks.forEach(remember);
  return page;
}

const own = (taskId, verb) => post(`wan4j/v1/tasks/${encodeURIComponent(taskId)}/${verb}`);

export const stopTask = (taskId) => own(taskId, "stop");
export const retry = async (taskId) => load((await own(taskId, "retry")).output.task_id);
export const keep = async (taskId, kept) => remember(await own(taskId, kept ? "keep" : "let-go"));
export const request = async (taskId) => (await get(`wan4j/v1/tasks/${encodeURIComponent(taskId)}/request`)).request;
