package io.wan4j.service.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Downloads over http and https, from allowed addresses only. Every hop of a redirect is a new
 * request that is checked like the first and carries nothing over: no cookies, no credentials, no
 * headers of whoever asked.
 */
final class WebFetcher implements AutoCloseable {
  private static final int CONNECTIONS = 64;
  private static final int CONNECTIONS_A_HOST = 16;
  private static final int BUFFER = 64 * 1024;

  private final FetchSettings settings;
  private final CloseableHttpClient client;

  WebFetcher(FetchSettings settings, DnsResolver names, Predicate<InetAddress> allowed) {
    this.settings = settings;
    Timeout patience = Timeout.of(settings.connectTimeout());
    this.client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(new GuardedResolver(names, allowed))
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(patience)
                            .setSocketTimeout(patience)
                            .build())
                    .setMaxConnTotal(CONNECTIONS)
                    .setMaxConnPerRoute(CONNECTIONS_A_HOST)
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setRedirectsEnabled(false)
                    .setAuthenticationEnabled(false)
                    .setConnectionRequestTimeout(Timeout.of(settings.totalTimeout()))
                    .setResponseTimeout(
                        Timeout.of(settings.totalTimeout().toMillis(), TimeUnit.MILLISECONDS))
                    .build())
            .setUserAgent("wan4j")
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .build();
  }

  /**
   * Downloads a file.
   *
   * @param transfer where the request of the moment is kept, so that it can be broken off
   * @throws IOException when it cannot be had, is too large, or was broken off
   */
  void download(URI uri, Path into, Transfer transfer) throws IOException {
    URI current = checked(uri);
    for (int hop = 0; hop <= settings.redirects(); hop++) {
      HttpGet get = new HttpGet(current);
      transfer.now(get);
      URI asked = current;
      Optional<URI> elsewhere =
          client.execute(get, response -> receive(asked, response, into, transfer));
      if (elsewhere.isEmpty()) {
        return;
      }
      current = checked(elsewhere.get());
    }
    throw new ProtocolException("more than " + settings.redirects() + " redirects");
  }

  private static URI checked(URI uri) throws ProtocolException {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new ProtocolException("only http and https are followed, not " + scheme);
    }
    if (uri.getHost() == null || uri.getUserInfo() != null) {
      throw new ProtocolException("the URL must name a host and no user");
    }
    return uri;
  }

  /** Saves the body, or says where the file has gone. */
  private Optional<URI> receive(
      URI asked, ClassicHttpResponse response, Path into, Transfer transfer) throws IOException {
    int status = response.getCode();
    Header location = response.getFirstHeader("Location");
    if (status >= 300 && status < 400 && location != null) {
      try {
        return Optional.of(asked.resolve(location.getValue()));
      } catch (IllegalArgumentException e) {
        throw new IOException("the redirect's Location is no URL", e);
      }
    }
    HttpEntity body = response.getEntity();
    if (status != 200 || body == null) {
      throw new ProtocolException("the server answered HTTP " + status);
    }
    if (body.getContentLength() > settings.largestBytes()) {
      throw tooLarge();
    }
    try (InputStream in = body.getContent();
        OutputStream out = Files.newOutputStream(into)) {
      copy(in, out, transfer);
    } catch (IOException | RuntimeException e) {
      // The rest is not worth reading; closing the stream in peace would read it all.
      transfer.stop();
      throw e;
    }
    return Optional.empty();
  }

  private void copy(InputStream in, OutputStream out, Transfer transfer) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      size += count;
      if (size > settings.largestBytes()) {
        transfer.stop();
        throw tooLarge();
      }
      out.write(buffer, 0, count);
    }
  }

  private IOException tooLarge() {
    return new IOException("the file is larger than " + settings.largestBytes() + " bytes");
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("closing the HTTP client failed", e);
    }
  }
}
