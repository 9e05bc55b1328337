package io.wan4j.service;

/** The service could not do its work: what was wrong, where, the limit and what to do. */
public class ServiceException extends RuntimeException {
  public ServiceException(String message) {
    super(message);
  }

  public ServiceException(String message, Throwable cause) {
    super(message, cause);
  }
}
