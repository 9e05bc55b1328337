package io.wan4j.protocol.reply;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The leave to upload one file (DashScope reference, temporary file URL).
 *
 * @param policy what may be uploaded, base64
 * @param signature of the policy
 * @param uploadDir folder of the file, another for every policy
 * @param uploadHost URL to post the form to
 * @param expireSeconds how long the policy holds
 * @param maxFileMegabytes largest file
 * @param accessKeyId sent back in the form as {@code OSSAccessKeyId}
 */
public record UploadPolicyReply(
    String policy,
    String signature,
    String uploadDir,
    String uploadHost,
    int expireSeconds,
    int maxFileMegabytes,
    String accessKeyId) {
  private static final int NO_CAPACITY_LIMIT = 999_999_999;

  /** The body: all under {@code data}, as the Java SDK reads it, and no {@code output}. */
  public ObjectNode toJson(String requestId) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("request_id", requestId);
    body.putObject("data")
        .put("policy", policy)
        .put("signature", signature)
        .put("upload_dir", uploadDir)
        .put("upload_host", uploadHost)
        .put("expire_in_seconds", expireSeconds)
        .put("max_file_size_mb", maxFileMegabytes)
        .put("capacity_limit_mb", NO_CAPACITY_LIMIT)
        .put("oss_access_key_id", accessKeyId)
        .put("x_oss_object_acl", "private")
        .put("x_oss_forbid_overwrite", "true");
    return body;
  }
}
