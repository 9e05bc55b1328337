package io.wan4j.service.upload;

import io.wan4j.service.ServiceException;

/** An upload was not accepted, in the words of an object store's error document. */
public final class UploadRefusedException extends ServiceException {
  private final int status;
  private final String code;

  public UploadRefusedException(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  /** The HTTP status that goes with it. */
  public int status() {
    return status;
  }

  /** AccessDenied, EntityTooLarge, FileAlreadyExists, InvalidArgument. */
  public String code() {
    return code;
  }
}
