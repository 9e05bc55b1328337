package io.wan4j.conformance;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import io.wan4j.media.PictureReader;
import io.wan4j.media.PixelImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** The pictures, sounds and clips of the tests, made by code, and a web server that has them. */
final class Props implements AutoCloseable {
  private final Path folder;
  private final HttpServer server;
  private final ExecutorService threads;
  private final ConcurrentHashMap<String, Path> made = new ConcurrentHashMap<>();

  private Props(Path folder, HttpServer server, ExecutorService threads) {
    this.folder = folder;
    this.server = server;
    this.threads = threads;
  }

  static Props serve(Path folder) {
    try {
      Files.createDirectories(folder);
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
      server.createContext("/", SimpleFileServer.createFileHandler(folder.toAbsolutePath()));
      server.setExecutor(threads);
      server.start();
      return new Props(folder, server, threads);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file of that name, made when it is first asked for. */
  Path file(String name, Consumer<Path> maker) {
    return made.computeIfAbsent(
        name,
        missing -> {
          Path file = folder.resolve(missing);
          maker.accept(file);
          return file;
        });
  }

  /** A photograph-like picture; the same number gives the same picture. */
  Path picture(int number, int width, int height, String format) {
    return file(
        "picture-%d-%dx%d.%s".formatted(number, width, height, format),
        file -> Pictures.write(file, number, width, height, format));
  }

  /** The picture as the server should have seen it. */
  static PixelImage read(Path picture) {
    return PictureReader.read(picture);
  }

  /** Speech-like sound. */
  Path wav(int number, double seconds) {
    return file(
        "sound-%d-%s.wav".formatted(number, seconds),
        file -> Sounds.writeWav(file, number, seconds));
  }

  Path mp3(int number, double seconds) {
    return file(
        "sound-%d-%s.mp3".formatted(number, seconds),
        file -> Sounds.writeMp3(file, number, seconds));
  }

  /** A moving clip with sound. */
  Path clip(int number, int width, int height, double seconds) {
    return file(
        "clip-%d-%dx%d-%s.mp4".formatted(number, width, height, seconds),
        file -> Clips.write(file, number, width, height, seconds));
  }

  /** The clip as a QuickTime file: the same boxes, told apart from MP4 by the brand. */
  Path quickTime(Path clip) {
    return file(
        clip.getFileName().toString().replace(".mp4", ".mov"),
        file -> {
          try {
            byte[] bytes = Files.readAllBytes(clip);
            System.arraycopy("qt  ".getBytes(StandardCharsets.US_ASCII), 0, bytes, 8, 4);
            Files.write(file, bytes);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Where the server finds the file. */
  String url(Path file) {
    return "http://127.0.0.1:"
        + server.getAddress().getPort()
        + "/"
        + folder.relativize(file).toString();
  }

  /** An address at which there is nothing. */
  String missing() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/missing.png";
  }

  static String dataUri(Path file, String type) {
    try {
      return "data:"
          + type
          + ";base64,"
          + Base64.getEncoder().encodeToString(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
