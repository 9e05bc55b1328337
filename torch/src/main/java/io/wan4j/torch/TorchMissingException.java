package io.wan4j.torch;

/**
 * No usable libtorch was found on this machine; the message lists every place that was searched.
 */
public final class TorchMissingException extends TorchException {
  private static final long serialVersionUID = 1L;

  public TorchMissingException(String message) {
    super(message);
  }

  public TorchMissingException(String message, Throwable cause) {
    super(message, cause);
  }
}
