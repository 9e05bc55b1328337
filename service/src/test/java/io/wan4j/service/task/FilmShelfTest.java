package io.wan4j.service.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.protocol.SynthesisRequest;
import io.wan4j.protocol.reply.TaskStatus;
import io.wan4j.service.Requests;
import io.wan4j.service.ServiceFixture;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FilmShelfTest extends ServiceFixture {
  private static final Set<TaskStatus> ANY = EnumSet.allOf(TaskStatus.class);

  private static SynthesisRequest small(String prompt) {
    return Requests.of(
        "wan3.0-video", prompt, "\"resolution\":\"480P\",\"ratio\":\"16:9\",\"duration\":2");
  }

  private List<String> found(String words, boolean kept) {
    return service.films().search(ANN, new FilmSearch(words, ANY, kept, 1, 10)).tasks().stream()
        .map(TaskRecord::id)
        .toList();
  }

  @Test
  void filmsAreFoundByTheirWordsAndByNobodyElse() {
    TaskRecord boat = submit(ANN, Requests.silent("A paper BOAT, 100% wet_through!"));
    clock.advance(Duration.ofSeconds(1));
    TaskRecord nul = submit(ANN, Requests.silent("with a \\u0000 in it"));
    submit(BOB, Requests.silent("Bob's boat"));

    assertThat(found("paper boat", false)).containsExactly(boat.id());
    assertThat(found("100% wet_through!", false)).containsExactly(boat.id());
    assertThat(found("1%t", false)).isEmpty();
    assertThat(found(nul.id(), false)).containsExactly(nul.id());
    assertThat(found("with a  in it", false)).containsExactly(nul.id());
    assertThat(found("", false)).containsExactly(nul.id(), boat.id());
    assertThat(service.films().moving(BOB, clock.instant())).hasSize(1);
  }

  @Test
  void aFilmThatIsKeptOutlivesTheSweep() {
    TaskRecord kept = submit(ANN, small("kept"));
    TaskRecord left = submit(ANN, small("left"));
    TaskState.Film film = awaitFilm(kept);
    awaitFilm(left);
    assertThat(service.films().keep(BOB, kept.id())).isEqualTo(KeepResult.NOT_FOUND);
    assertThat(service.films().keep(ANN, kept.id())).isEqualTo(KeepResult.DONE);
    assertThat(service.films().keep(ANN, kept.id())).isEqualTo(KeepResult.DONE);

    clock.advance(Duration.ofDays(400));
    service.retention().sweep();
    assertThat(found("", true)).containsExactly(kept.id());
    assertThat(found("", false)).containsExactly(kept.id());
    assertThat(service.store().size(film.artifact())).isPresent();

    assertThat(service.films().letGo(ANN, kept.id())).isEqualTo(KeepResult.DONE);
    assertThat(found("", false)).as("for as long as a new film").containsExactly(kept.id());
    clock.advance(Duration.ofHours(25));
    service.retention().sweep();
    assertThat(found("", false)).isEmpty();
    assertThat(service.store().size(film.artifact())).isEmpty();
  }

  @Test
  void whatIsOnTheWayIsCounted() {
    awaitFilm(submit(ANN, small("done")));
    QueueCount count = service.films().count(ANN);
    assertThat(count).isEqualTo(new QueueCount(0, 0, 0, 0));
    assertThat(service.films().moving(ANN, clock.instant().minusSeconds(5))).hasSize(1);
    assertThat(service.films().moving(ANN, clock.instant().plusSeconds(5))).isEmpty();
  }
}
