package io.wan4j.service.work;

import io.wan4j.protocol.MediaFacts;
import io.wan4j.protocol.catalogue.MediaKind;
import io.wan4j.protocol.error.ErrorName;
import io.wan4j.protocol.error.WireErrors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.sl.extractor.SlideShowExtractor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * The words of a document or a page (DashScope reference, Wan 3: docx, ppt, pdf, a link). Nothing
 * in them is run or fetched, and no more is read than a prompt may be long.
 */
final class DocumentText {
  /** The longest prompt of Wan 3 (DashScope reference). */
  private static final int LONGEST = 20_000;

  private static final int MOST_PAGES = 50;

  /** What a packed part may unpack to. */
  private static final long LARGEST_PART = 16L << 20;

  private DocumentText() {}

  /**
   * Reads a document.
   *
   * @return a line for each heading and paragraph
   * @throws RefusedException when it cannot be opened
   */
  static String of(Path file, MediaFacts facts) {
    try {
      String text =
          switch (facts.format()) {
            case "pdf" -> pdf(file);
            case "docx" -> office(file);
            case "ppt" -> slides(file);
            default -> page(file);
          };
      String tidy =
          text.replaceAll("[ \\t\\x0B\\f\\r]+", " ").replaceAll("\\s*\\n\\s*", "\n").strip();
      return tidy.substring(0, Math.min(LONGEST, tidy.length()));
    } catch (IOException | XMLStreamException | RuntimeException e) {
      throw new RefusedException(
          WireErrors.get(ErrorName.FILE_UNREADABLE, MediaKind.DOCUMENT.wireName()), e);
    }
  }

  private static String pdf(Path file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setEndPage(MOST_PAGES);
      return stripper.getText(document);
    }
  }

  private static String slides(Path file) throws IOException {
    try (InputStream in = java.nio.file.Files.newInputStream(file);
        HSLFSlideShow show = new HSLFSlideShow(in);
        SlideShowExtractor<?, ?> extractor = new SlideShowExtractor<>(show)) {
      return extractor.getText();
    }
  }

  /** Word and PowerPoint files alike: paragraphs {@code p} of runs {@code t} (ECMA-376). */
  private static String office(Path file) throws IOException, XMLStreamException {
    StringBuilder text = new StringBuilder();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry part : parts(zip)) {
        try (InputStream in = new Bounded(zip.getInputStream(part), LARGEST_PART)) {
          paragraphs(in, text);
        }
        if (text.length() > LONGEST) {
          break;
        }
      }
    }
    return text.toString();
  }

  private static List<ZipEntry> parts(ZipFile zip) {
    List<ZipEntry> parts = new ArrayList<>();
    ZipEntry document = zip.getEntry("word/document.xml");
    if (document != null) {
      parts.add(document);
    }
    for (int slide = 1; slide <= MOST_PAGES; slide++) {
      ZipEntry entry = zip.getEntry("ppt/slides/slide" + slide + ".xml");
      if (entry != null) {
        parts.add(entry);
      }
    }
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("neither a text nor slides are in the archive");
    }
    return parts;
  }

  private static void paragraphs(InputStream in, StringBuilder text) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader xml = factory.createXMLStreamReader(in);
    boolean run = false;
    while (xml.hasNext() && text.length() <= LONGEST) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> run = xml.getLocalName().equals("t");
        case XMLStreamConstants.CHARACTERS -> text.append(run ? xml.getText() : "");
        case XMLStreamConstants.END_ELEMENT -> {
          run = false;
          text.append(xml.getLocalName().equals("p") ? "\n" : "");
        }
        default -> {}
      }
    }
  }

  private static String page(Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Element element : Jsoup.parse(file).select("title, h1, h2, h3, h4, p, li, blockquote")) {
      text.append(element.text()).append('\n');
    }
    return text.toString();
  }

  /** Ends with an error where an archive unpacks to more than it should. */
  private static final class Bounded extends java.io.FilterInputStream {
    private long left;

    Bounded(InputStream in, long most) {
      super(in);
      this.left = most;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) throws IOException {
      left -= read;
      if (left < 0) {
        throw new IOException(
            "a part of the document unpacks to more than " + LARGEST_PART + " bytes");
      }
    }
  }
}
