package io.wan4j.media;

import java.util.Map;
import java.util.Optional;

/**
 * The OpenH264 of the system, set as the one inside FFmpeg's natives. It is the same encoder; built
 * with its hand-written vector code, as distributions do, it takes a fraction of the time.
 *
 * @param release of the library
 * @param environment that names the library
 */
record OpenH264Encoder(String release, Map<String, String> environment) implements FilmEncoder {

  /** The system's, if it has a library whose structures are known. */
  static Optional<OpenH264Encoder> find(Map<String, String> environment) {
    return OpenH264Library.open(environment)
        .map(
            library -> {
              try (library) {
                return new OpenH264Encoder(library.release(), environment);
              }
            });
  }

  @Override
  public String title() {
    return "OpenH264 " + release;
  }

  @Override
  public boolean hasFine() {
    return true;
  }

  @Override
  public PictureCoder open(FilmFormat format) {
    return open(format, FINEST, COARSEST);
  }

  @Override
  public PictureCoder openFine(FilmFormat format) {
    return open(format, FINE, FINE);
  }

  private PictureCoder open(FilmFormat format, int finest, int coarsest) {
    OpenH264Library library =
        OpenH264Library.open(environment)
            .orElseThrow(() -> new MediaException("the system's OpenH264 is gone"));
    return new OpenH264Coder(library, format, finest, coarsest);
  }
}
