package io.wan4j.engine.wan.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wan4j.engine.wan.catalogue.CheckpointCard.Part;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckpointCatalogueTest {
  private final CheckpointCatalogue catalogue = CheckpointCatalogue.load();

  @Test
  void everyCardIsWhole() {
    assertThat(catalogue.all()).hasSizeGreaterThan(10);
    for (CheckpointCard card : catalogue.all()) {
      assertThat(card.name()).matches("[a-z0-9.-]+");
      assertThat(card.repository()).as(card.name()).matches("[\\w.-]+/[\\w.-]+");
      assertThat(card.licence()).as(card.name()).isNotBlank();
      assertThat(card.tasks()).as(card.name()).isNotEmpty();
      assertThat(card.files()).as(card.name()).contains("README.md");
      assertThat(card.film().sizes()).as(card.name()).isNotEmpty();
      assertThat(card.film().framesPerSecond()).as(card.name()).isIn(16, 24, 30);
      assertThat(card.sampling().boundary() > 0).as(card.name()).isEqualTo(card.experts() == 2);
      for (NativeFilm.Pixels size : card.film().sizes()) {
        assertThat(size.width() % card.film().multiple()).as(card.name() + size).isZero();
        assertThat(size.height() % card.film().multiple()).as(card.name() + size).isZero();
      }
      assertThat(card.borrowed().from())
          .as(card.name())
          .allSatisfy(name -> assertThat(catalogue.find(name)).isPresent());
      boolean whole =
          card.stored().keySet().containsAll(Set.of(Part.TEXT_ENCODER, Part.VAE))
              || card.borrowed().parts().containsAll(Set.of(Part.TEXT_ENCODER, Part.VAE));
      assertThat(whole).as(card.name() + " has all parts").isTrue();
    }
  }

  @Test
  void everyTaskHasCheckpointsThatCanDoIt() {
    for (Task task : Task.values()) {
      assertThat(catalogue.preferred(task))
          .as(task.word())
          .isNotEmpty()
          .allSatisfy(card -> assertThat(card.does(task)).as(card.name()).isTrue());
      Set<String> able = new HashSet<>();
      catalogue.all().stream().filter(card -> card.does(task)).forEach(c -> able.add(c.name()));
      assertThat(catalogue.preferred(task).stream().map(CheckpointCard::name))
          .as("all that can do " + task)
          .containsExactlyInAnyOrderElementsOf(able);
    }
  }

  @Test
  void aFastModelTakesTheSmallestCheckpointFirst() {
    assertThat(catalogue.preferred("wan2.7-t2v", Task.TEXT).getFirst().name())
        .isEqualTo("wan2.2-t2v-a14b");
    assertThat(catalogue.preferred("wanx2.1-t2v-turbo", Task.TEXT).getLast().name())
        .isEqualTo("wan2.2-t2v-a14b");
  }

  /** Sizes of repositories as the hub showed them. */
  @ParameterizedTest
  @CsvSource({
    "wan2.1-t2v-1.3b, 28.9e9",
    "wan2.2-t2v-a14b, 126.2e9",
    "wan2.1-vace-14b, 81.2e9",
    "wan2.2-animate-14b, 83.5e9"
  })
  void whatIsFetchedIsAsLargeAsTheRepository(String name, double bytes) {
    assertThat((double) catalogue.find(name).orElseThrow().downloadBytes())
        .isCloseTo(bytes, within(0.01 * bytes));
  }

  @Test
  void isFoundByNameAndByRepository() {
    assertThat(catalogue.find("wan2.1-t2v-1.3b"))
        .isEqualTo(catalogue.find("wan-ai/wan2.1-t2v-1.3b-diffusers"))
        .isPresent();
    assertThat(catalogue.find("wan9")).isEmpty();
  }
}
