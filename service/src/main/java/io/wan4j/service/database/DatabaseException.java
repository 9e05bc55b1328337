package io.wan4j.service.database;

import io.wan4j.service.ServiceException;

/** The database could not be opened or brought up to date. */
public final class DatabaseException extends ServiceException {
  public DatabaseException(String message) {
    super(message);
  }

  public DatabaseException(String message, Throwable cause) {
    super(message, cause);
  }
}
