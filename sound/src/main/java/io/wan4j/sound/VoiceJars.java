package io.wan4j.sound;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The jars of the English voice, which are resources of this module, as a class loader. */
final class VoiceJars {
  private static final String LIST = "voice/jars.txt";
  private static final String SETTINGS = "marytts/util/log4j.properties";

  private VoiceJars() {}

  /**
   * A loader that sees the JDK and the voice and nothing of the application.
   *
   * @param cache folder the jars are copied to when this module is itself a jar; a jar already
   *     there is used as it is
   */
  static URLClassLoader loader(Path cache) throws IOException {
    List<URL> urls = new ArrayList<>();
    // Before the jars, so that it hides the file of the same name in one of them.
    urls.add(settings(cache).toUri().toURL());
    for (String name : names()) {
      URL resource = VoiceJars.class.getResource("voice/" + name);
      if (resource == null) {
        throw new SoundException(
            "the jar " + name + " of the voice is missing from the class path");
      }
      urls.add(inFile(resource, cache.resolve(name)).toUri().toURL());
    }
    return new URLClassLoader(
        "voice", urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  private static Path settings(Path cache) throws IOException {
    Path folder = cache.resolve("settings");
    URL resource = VoiceJars.class.getResource("voice/settings/" + SETTINGS);
    if (resource == null) {
      throw new SoundException("the settings of the voice are missing from the class path");
    }
    Path file = inFile(resource, folder.resolve(SETTINGS));
    Path root = file;
    for (int i = 0; i < Path.of(SETTINGS).getNameCount(); i++) {
      root = root.getParent();
    }
    return root;
  }

  private static List<String> names() throws IOException {
    try (InputStream bytes = VoiceJars.class.getResourceAsStream(LIST)) {
      if (bytes == null) {
        throw new SoundException(LIST + " is missing from the class path");
      }
      return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    }
  }

  private static Path inFile(URL resource, Path copy) throws IOException {
    if (resource.getProtocol().equals("file")) {
      try {
        return Path.of(resource.toURI());
      } catch (URISyntaxException e) {
        throw new SoundException("the voice lies at a strange place: " + resource, e);
      }
    }
    if (Files.exists(copy)) {
      return copy;
    }
    Files.createDirectories(copy.getParent());
    Path part = Files.createTempFile(copy.getParent(), "voice", ".part");
    try (InputStream bytes = resource.openStream()) {
      Files.copy(bytes, part, StandardCopyOption.REPLACE_EXISTING);
      // Another process may copy the same jar; whoever is last wins with the same bytes.
      Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    return copy;
  }
}
