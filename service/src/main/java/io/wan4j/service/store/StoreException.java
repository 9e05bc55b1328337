package io.wan4j.service.store;

import io.wan4j.service.ServiceException;

/** A file could not be stored or read. */
public final class StoreException extends ServiceException {
  public StoreException(String message) {
    super(message);
  }

  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
