package io.wan4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.wan4j.protocol.error.WireException;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaUrlTest {
  @ParameterizedTest
  @CsvSource({
    "https://pics.test/a.png, https://pics.test/a.png, png",
    "http://pics.test:8080/a.PNG?x=1&y=%20, http://pics.test:8080/a.PNG?x=1&y=%20, png",
    "HTTPS://pics.test/dir.v2/a, HTTPS://pics.test/dir.v2/a, ''",
    "https://pics.test/my cat.jpg, https://pics.test/my%20cat.jpg, jpg",
    "https://pics.test/从军行.mp3, https://pics.test/%E4%BB%8E%E5%86%9B%E8%A1%8C.mp3, mp3",
    "https://pics.test/%E4%BB%8E.mp3, https://pics.test/%E4%BB%8E.mp3, mp3",
    "https://pics.test/a|b.png, https://pics.test/a%7Cb.png, png",
    "https://pics.test, https://pics.test, ''",
    "http://[::1]:80/a.png, http://[::1]:80/a.png, png"
  })
  void webUrlsAreTakenAsClientsSendThem(String text, String uri, String extension) {
    MediaUrl url = MediaUrl.parse(text);

    assertThat(url).isEqualTo(new MediaUrl.Http(text));
    assertThat(((MediaUrl.Http) url).uri()).hasToString(uri);
    assertThat(url.extension()).isEqualTo(extension);
  }

  @Test
  void uploadedFilesKeepTheirKeyAsItIs() {
    MediaUrl url = MediaUrl.parse("oss://dashscope-instant/a1/first 首帧%20.png");

    assertThat(url).isEqualTo(new MediaUrl.Oss("dashscope-instant/a1/first 首帧%20.png"));
    assertThat(url.text()).isEqualTo("oss://dashscope-instant/a1/first 首帧%20.png");
    assertThat(url.extension()).isEqualTo("png");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "data:image/png;base64,aGVsbG8= | image/png",
        "data:audio/mp3;base64,aGVsbG8= | audio/mp3",
        "DATA:Image/JPEG;charset=x;BASE64,aGVsbG8 | image/jpeg",
        "'data:video/mp4;base64,aGVs\n bG8=' | video/mp4"
      })
  void dataUrisAreDecodedWhenRead(String text, String mime) throws IOException {
    MediaUrl.Data data = (MediaUrl.Data) MediaUrl.parse(text);

    assertThat(data.mime()).isEqualTo(mime);
    try (InputStream in = data.open()) {
      assertThat(in.readAllBytes()).asString().isEqualTo("hello");
    }
  }

  @Test
  void whatIsNotBase64FailsWhenRead() {
    MediaUrl.Data data = (MediaUrl.Data) MediaUrl.parse("data:image/png;base64,%%%%");

    assertThatThrownBy(() -> data.open().readAllBytes()).isInstanceOf(IOException.class);
  }

  @Test
  void theContentOfADataUriStaysOutOfLogs() {
    assertThat(MediaUrl.parse("data:image/png;base64,aGVsbG8=").toString())
        .isEqualTo("Data[image/png, about 6 bytes]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "a.png",
        "/home/me/a.png",
        "C:\\a.png",
        "file:///home/me/a.png",
        "ftp://pics.test/a.png",
        "gopher://pics.test/a",
        "//pics.test/a.png",
        "http://",
        "https:///a.png",
        "http://a b/",
        "http://pics.test/%zz",
        "oss://",
        "data:",
        "data:image/png,abc",
        "data:image/png;base64,",
        "javascript:alert(1)"
      })
  void whatCannotBeFetchedIsRefused(String text) {
    WireException refused = catchThrowableOfType(WireException.class, () -> MediaUrl.parse(text));

    assertThat(refused).hasMessage("InvalidParameter: url error, please check url！");
  }
}
