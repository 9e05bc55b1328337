package io.wan4j.service.upload;

import java.time.Duration;

/**
 * How uploads are handled; defaults as in the DashScope reference, temporary upload.
 *
 * @param life how long a file is kept
 * @param policyLife how long a leave to upload is good
 * @param largestMegabytes the largest file, in units of 1048576 bytes
 * @param capacityMegabytes what is told to clients as their room; not enforced
 */
public record UploadSettings(
    Duration life, Duration policyLife, long largestMegabytes, long capacityMegabytes) {
  public static final UploadSettings DEFAULTS =
      new UploadSettings(Duration.ofHours(48), Duration.ofSeconds(300), 100, 999_999_999);
}
