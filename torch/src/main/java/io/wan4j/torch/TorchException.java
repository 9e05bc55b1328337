package io.wan4j.torch;

/** A call into libtorch failed; the message carries libtorch's own words. */
public class TorchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TorchException(String message) {
    super(message);
  }

  public TorchException(String message, Throwable cause) {
    super(message, cause);
  }
}
