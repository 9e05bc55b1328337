package io.wan4j.service.upload;

/**
 * Leave to upload one or more files, to be sent along with them (DashScope reference, temporary
 * upload). The server adds the host to post to; on the wire every value is a string or a number as
 * it stands here.
 *
 * @param policy base64 of the signed document
 * @param uploadDir what the object's key must begin with; different each time
 */
public record UploadPolicy(
    String policy,
    String signature,
    String uploadDir,
    long expireInSeconds,
    long maxFileSizeMb,
    long capacityLimitMb,
    String ossAccessKeyId,
    String ossObjectAcl,
    String ossForbidOverwrite) {}
