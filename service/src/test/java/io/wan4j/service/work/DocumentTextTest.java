package io.wan4j.service.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wan4j.protocol.MediaFacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hslf.usermodel.HSLFTextBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentTextTest {
  @TempDir Path folder;

  private static String read(Path file, String format) throws IOException {
    return DocumentText.of(file, new MediaFacts.Other(format, Files.size(file)));
  }

  private Path zipped(Map<String, String> parts) throws IOException {
    Path file = folder.resolve("x.docx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  @Test
  void readsPdf() throws IOException {
    Path file = folder.resolve("x.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream text = new PDPageContentStream(document, page)) {
        text.beginText();
        text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 20);
        text.newLineAtOffset(50, 700);
        text.showText("A lighthouse on the cliff");
        text.newLineAtOffset(0, -40);
        text.showText("Ships pass at night");
        text.endText();
      }
      document.save(file.toFile());
    }
    assertThat(read(file, "pdf")).isEqualTo("A lighthouse on the cliff\nShips pass at night");
  }

  @Test
  void readsWordsAndSlidesOfPackedXml() throws IOException {
    String document =
        "<w:document xmlns:w=\"w\"><w:p><w:r><w:t>Two </w:t></w:r><w:r><w:t>runs</w:t></w:r></w:p>"
            + "<w:p><w:r><w:t>第二段</w:t></w:r></w:p><w:x>not seen</w:x></w:document>";
    assertThat(read(zipped(Map.of("word/document.xml", document)), "docx"))
        .isEqualTo("Two runs\n第二段");
    String slide = "<p:sld xmlns:p=\"p\" xmlns:a=\"a\"><a:p><a:t>%s</a:t></a:p></p:sld>";
    assertThat(
            read(
                zipped(
                    Map.of(
                        "ppt/slides/slide2.xml", slide.formatted("Then"),
                        "ppt/slides/slide1.xml", slide.formatted("First"))),
                "docx"))
        .isEqualTo("First\nThen");
  }

  @Test
  void readsOldSlides() throws IOException {
    Path file = folder.resolve("x.ppt");
    try (HSLFSlideShow show = new HSLFSlideShow();
        var out = Files.newOutputStream(file)) {
      HSLFTextBox box = show.createSlide().createTextBox();
      box.setText("An old slide");
      show.write(out);
    }
    assertThat(read(file, "ppt")).contains("An old slide");
  }

  @Test
  void readsPagesWithoutTheirScripts() throws IOException {
    Path file = folder.resolve("x.html");
    Files.writeString(
        file,
        "<html><head><title>Title</title><script>alert('p')</script></head>"
            + "<body><h1>Head</h1><p>One <b>para</b>graph.</p><nav>menu</nav></body></html>");
    assertThat(read(file, "html")).isEqualTo("Title\nHead\nOne paragraph.");
  }

  @Test
  void refusesWhatCannotBeOpenedAndWhatUnpacksWithoutEnd() throws IOException {
    Path broken = folder.resolve("x.pdf");
    Files.writeString(broken, "%PDF-1.7 nothing");
    assertThatThrownBy(() -> read(broken, "pdf")).isInstanceOf(RefusedException.class);
    Path empty = zipped(Map.of("other.xml", "<x/>"));
    assertThatThrownBy(() -> read(empty, "docx")).isInstanceOf(RefusedException.class);
    Path bomb = zipped(Map.of("word/document.xml", "<w>" + " ".repeat(17 << 20) + "</w>"));
    assertThatThrownBy(() -> read(bomb, "docx")).isInstanceOf(RefusedException.class);
    String outside =
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><w><t>&e;</t><p/></w>";
    Path entity = zipped(Map.of("word/document.xml", outside));
    assertThatThrownBy(() -> read(entity, "docx")).isInstanceOf(RefusedException.class);
  }
}
