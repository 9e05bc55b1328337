package io.wan4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 0",
    "bytes=0-, 0, 99",
    "bytes=10-19, 10, 19",
    "bytes=90-1000, 90, 99",
    "bytes=-1, 99, 99",
    "bytes=-1000, 0, 99",
    "bytes= 5 - 6 , 5, 6"
  })
  void aRangeInsideTheFileIsAPart(String field, long first, long last) {
    assertThat(ByteRange.of(field, 100)).isEqualTo(new ByteRange.Part(first, last));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0"})
  void aRangeBehindTheFileCannotBeServed(String field) {
    assertThat(ByteRange.of(field, 100)).isEqualTo(new ByteRange.Unsatisfiable());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bytes=-",
        "bytes=9-8",
        "bytes=0-1,5-6",
        "lines=1-2",
        "bytes=a-b",
        "bytes=99999999999999999999-",
        "bytes"
      })
  void whatCannotBeReadIsPassedOver(String field) {
    assertThat(ByteRange.of(field, 100)).isEqualTo(new ByteRange.Whole());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-", "bytes=-5"})
  void anEmptyFileHasNoParts(String field) {
    assertThat(ByteRange.of(field, 0)).isEqualTo(new ByteRange.Unsatisfiable());
  }
}
