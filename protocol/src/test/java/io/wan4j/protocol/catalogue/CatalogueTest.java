package io.wan4j.protocol.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CatalogueTest {
  private final Catalogue catalogue = Catalogue.load();

  @Test
  void everyModelIsThere() {
    assertThat(catalogue.all()).extracting(ModelCard::name).hasSize(25);
  }
}
