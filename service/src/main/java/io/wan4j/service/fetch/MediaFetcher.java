package io.wan4j.service.fetch;

import io.wan4j.engine.CancelledException;
import io.wan4j.protocol.MediaUrl;
import io.wan4j.protocol.error.ErrorName;
import io.wan4j.protocol.error.WireError;
import io.wan4j.protocol.error.WireErrors;
import io.wan4j.service.ServiceException;
import io.wan4j.service.store.ArtifactStore;
import io.wan4j.service.store.StoreException;
import io.wan4j.service.upload.Upload;
import io.wan4j.service.upload.Uploads;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Gets the input files of a task: over the guarded web, out of the request itself, or from what was
 * uploaded. A file is saved under a name of ours; what it is, its bytes will tell.
 */
public final class MediaFetcher implements AutoCloseable {
  private static final Duration GLANCE = Duration.ofMillis(50);
  private static final int BUFFER = 64 * 1024;

  private final FetchSettings settings;
  private final Uploads uploads;
  private final ArtifactStore store;
  private final WebFetcher web;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  public MediaFetcher(FetchSettings settings, Uploads uploads, ArtifactStore store) {
    this(
        settings,
        uploads,
        store,
        SystemDefaultDnsResolver.INSTANCE,
        settings.allowPrivate() ? address -> true : AddressGuard::isPublic);
  }

  /** With names and a guard of the caller's choice. */
  MediaFetcher(
      FetchSettings settings,
      Uploads uploads,
      ArtifactStore store,
      DnsResolver names,
      Predicate<InetAddress> allowed) {
    this.settings = settings;
    this.uploads = uploads;
    this.store = store;
    this.web = new WebFetcher(settings, names, allowed);
  }

  /**
   * Gets all files, several at a time.
   *
   * @param account whose uploads may be used
   * @param folder an existing folder that the files are put into
   * @param cancelled asked all the while
   * @return the files in the order of the URLs
   * @throws FetchException for the first URL, in their order, that could not be had
   * @throws CancelledException when the work was cancelled
   */
  public List<Path> fetch(
      List<MediaUrl> urls, String account, Path folder, BooleanSupplier cancelled) {
    long deadline = System.nanoTime() + settings.totalTimeout().toNanos();
    Semaphore places = new Semaphore(settings.atOnce());
    List<Path> files = new ArrayList<>();
    List<Transfer> transfers = new ArrayList<>();
    List<Future<?>> downloads = new ArrayList<>();
    try {
      for (MediaUrl url : urls) {
        Path file = folder.resolve("input-" + files.size());
        Transfer transfer = new Transfer();
        files.add(file);
        transfers.add(transfer);
        downloads.add(
            threads.submit(
                () -> {
                  places.acquire();
                  try {
                    save(url, account, file, transfer);
                  } finally {
                    places.release();
                  }
                  return null;
                }));
      }
      for (int i = 0; i < urls.size(); i++) {
        await(urls.get(i), downloads.get(i), deadline, cancelled);
      }
      return files;
    } finally {
      transfers.forEach(Transfer::stop);
      downloads.forEach(download -> download.cancel(true));
    }
  }

  private void await(MediaUrl url, Future<?> download, long deadline, BooleanSupplier cancelled) {
    while (true) {
      try {
        download.get(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException e) {
        if (cancelled.getAsBoolean()) {
          throw new CancelledException();
        }
        if (System.nanoTime() > deadline) {
          throw new FetchException(
              failed(url),
              place(url),
              "not here within " + settings.totalTimeout().toSeconds() + " s",
              e);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancelledException();
      } catch (ExecutionException e) {
        throw explained(url, e.getCause());
      }
    }
  }

  private void save(MediaUrl url, String account, Path file, Transfer transfer) throws IOException {
    switch (url) {
      case MediaUrl.Http http -> web.download(http.uri(), file, transfer);
      case MediaUrl.Data data -> {
        try (InputStream in = data.open()) {
          copy(in, file);
        }
      }
      case MediaUrl.Oss oss -> {
        Upload upload =
            uploads
                .find(account, oss.key())
                .orElseThrow(() -> new IOException("no such upload, or it has expired"));
        try (InputStream in = store.open(upload.artifact(), 0, upload.size())) {
          copy(in, file);
        }
      }
    }
  }

  private void copy(InputStream in, Path file) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        size += count;
        if (size > settings.largestBytes()) {
          throw new IOException("the file is larger than " + settings.largestBytes() + " bytes");
        }
        out.write(buffer, 0, count);
      }
    }
  }

  private static RuntimeException explained(MediaUrl url, Throwable cause) {
    return switch (cause) {
      case PrivateAddressException e -> {
        WireError error = failed(url);
        yield new FetchException(
            new WireError(
                error.httpStatus(),
                error.code(),
                error.message()
                    + ": the address is private, and this service was not set up to allow that"),
            place(url),
            e.getMessage(),
            e);
      }
      case IOException e ->
          new FetchException(failed(url), place(url), String.valueOf(e.getMessage()), e);
      case StoreException e ->
          new FetchException(failed(url), place(url), String.valueOf(e.getMessage()), e);
      case IllegalArgumentException e ->
          new FetchException(failed(url), place(url), String.valueOf(e.getMessage()), e);
      default -> new ServiceException("fetching " + place(url) + " failed", cause);
    };
  }

  private static WireError failed(MediaUrl url) {
    return WireErrors.get(ErrorName.DOWNLOAD_FAILED, shown(url));
  }

  /** The URL as it may be shown: pictures inside it would fill a log. */
  private static String shown(MediaUrl url) {
    return url instanceof MediaUrl.Data data ? "data:" + data.mime() + ";base64,…" : url.text();
  }

  /** The URL as a log may have it. */
  private static String place(MediaUrl url) {
    return switch (url) {
      case MediaUrl.Http http ->
          http.uri().getScheme() + "://" + http.uri().getHost() + http.uri().getRawPath();
      case MediaUrl.Data data -> shown(data);
      case MediaUrl.Oss oss -> oss.text();
    };
  }

  @Override
  public void close() {
    threads.shutdownNow();
    web.close();
  }
}
