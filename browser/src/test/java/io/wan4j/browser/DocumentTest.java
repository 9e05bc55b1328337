package io.wan4j.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Documents and pages in place of a prompt. */
@InBrowser
class DocumentTest {
  private static final String STORY = "A red balloon rises over the sea at sunset.";

  private final Stage stage;
  private final StudioPage page;

  DocumentTest(Stage stage) {
    this.stage = stage;
    this.page = new StudioPage(stage);
  }

  @BeforeEach
  void open() {
    page.enter(stage.newKey());
    page.chooseTask("text").chooseModel("wan3.0-video", "480P", 2);
  }

  @Test
  void aDocumentIsDroppedInAndFilmed() {
    assertThat(page.text(".missing")).contains("Write a prompt");
    page.drop("file", Props.document(stage.scratch("story.docx"), STORY));
    page.awaitThere(".slot[data-role=file] .asset[data-state=ready] .no-look svg");
    assertThat(page.text(".slot[data-role=file] figcaption")).contains("story.docx");
    assertThat(page.all(".slot[data-role=link]")).as("a document or a page").isEmpty();
    page.awaitText(".price", "ready in about");
    page.make();
    page.awaitPlayingFilm();
    page.assertNoComplaints();
  }

  @Test
  void whatIsNoDocumentIsRefused() {
    page.give("file", Props.picture(stage.scratch("picture.png"), 1, 480, 272));
    page.awaitText(".slot[data-role=file] .why", "this is png");
    assertThat(page.see(".make").isEnabled()).isFalse();
    page.click(".asset .remove");
    page.awaitThere(".slot[data-role=link] .address");
  }

  @Test
  void theWordsOfALinkedPageAreFilmed() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    HttpServer host =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    host.createContext(
        "/balloon",
        exchange -> {
          asked.incrementAndGet();
          byte[] words =
              ("<!doctype html><title>A balloon</title><p>" + STORY)
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(200, words.length);
          exchange.getResponseBody().write(words);
          exchange.close();
        });
    host.start();
    try {
      page.see(".address").sendKeys("balloon", Keys.ENTER);
      page.await(() -> page.is(".address:invalid"));
      assertThat(page.see(".address").getDomProperty("validationMessage")).contains("https://");
      page.see(".address").clear();
      String link = "http://127.0.0.1:" + host.getAddress().getPort() + "/balloon";
      page.see(".address").sendKeys(link, Keys.ENTER);
      page.awaitText(".slot[data-role=link] figcaption", "balloon");
      assertThat(page.all(".slot[data-role=file]")).as("a page or a document").isEmpty();
      page.make();
      page.awaitPlayingFilm();
      assertThat(asked).as("times that the page was read").hasPositiveValue();
    } finally {
      host.stop(0);
    }
  }
}
