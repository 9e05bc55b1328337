package io.wan4j.service.work;

/**
 * A worker's right to a task. It ends when somebody else is given the task, which is seen by the
 * number: every write of the worker names its own, and is lost if the row has another.
 *
 * @param seed drawn when the task was accepted, for requests that name none
 * @param attempt the fencing number, from 1
 */
record Claim(
    String taskId,
    String account,
    String keyId,
    String model,
    String requestJson,
    long seed,
    int attempt) {

  /** Where this attempt's film is stored; no other attempt ever writes there. */
  String artifact() {
    return artifact(taskId, attempt);
  }

  static String artifact(String taskId, int attempt) {
    return "films/" + taskId.substring(0, 2) + "/" + taskId + "-" + attempt + ".mp4";
  }
}
