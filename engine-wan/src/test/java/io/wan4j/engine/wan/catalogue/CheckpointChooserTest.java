package io.wan4j.engine.wan.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.wan4j.engine.wan.fit.DeviceMemory;
import io.wan4j.engine.wan.fit.EightBits;
import io.wan4j.engine.wan.fit.Options;
import io.wan4j.engine.wan.fit.Residence;
import io.wan4j.engine.wan.pipeline.FilmSize;
import io.wan4j.torch.Device;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckpointChooserTest {
  private static final Wish HD_WORDS = Wish.of(Task.TEXT, 1280, 720, 5);

  private final CheckpointCatalogue catalogue = CheckpointCatalogue.load();

  @Test
  void takesTheBestThatIsInstalled() {
    Choice.Chosen chosen =
        chosen(choose(HD_WORDS, gpu(140), "wan2.1-t2v-1.3b", "wan2.2-t2v-a14b", "wan2.2-ti2v-5b"));
    assertThat(chosen.card().name()).isEqualTo("wan2.2-t2v-a14b");
    assertThat(chosen.size()).isEqualTo(new FilmSize(1280, 720, 81));
    assertThat(chosen.placement().transformer()).isEqualTo(Residence.RESIDENT);
    assertThat(chosen.sampling().boundary()).isEqualTo(0.875);
  }

  @Test
  void takesASmallerOneWhereTheBestDoesNotFit() {
    Choice.Chosen chosen = chosen(choose(HD_WORDS, gpu(20), "wan2.2-t2v-a14b", "wan2.1-t2v-1.3b"));
    assertThat(chosen.card().name()).isEqualTo("wan2.1-t2v-1.3b");
    assertThat(chosen.size()).isEqualTo(new FilmSize(848, 480, 81));
  }

  @Test
  void offloadsBeforeItGoesToASmallerPicture() {
    Choice.Chosen chosen = chosen(choose(HD_WORDS, gpu(60), "wan2.2-t2v-a14b"));
    assertThat(chosen.size().width()).isEqualTo(1280);
    assertThat(chosen.placement().textEncoder()).isEqualTo(Residence.OFFLOADED);
    assertThat(chosen.placement().transformer()).isEqualTo(Residence.OFFLOADED);
    assertThat(chosen.memory().peak()).isLessThan(60L << 30);
  }

  @Test
  void holdsWeightsInEightBitsOnlyWhereAllowed() {
    Wish small = Wish.of(Task.TEXT, 832, 480, 5);
    assertThat(choose(Options.DEFAULT, small, gpu(24), "wan2.1-t2v-14b"))
        .isInstanceOf(Choice.Refused.class);
    Options allowed = Options.DEFAULT.withEightBits(EightBits.WHERE_NEEDED);
    Choice.Chosen narrow = chosen(choose(allowed, small, gpu(24), "wan2.1-t2v-14b"));
    assertThat(narrow.placement().fp8()).isTrue();
    assertThat(narrow.memory().peak()).isLessThan(24L << 30);
    Choice.Chosen wide = chosen(choose(allowed, small, gpu(48), "wan2.1-t2v-14b"));
    assertThat(wide.placement().fp8()).as("where 16 bits fit").isFalse();
    Options wanted = Options.DEFAULT.withEightBits(EightBits.ALWAYS);
    Choice.Chosen always = chosen(choose(wanted, small, gpu(48), "wan2.1-t2v-14b"));
    assertThat(always.placement().fp8()).isTrue();
    assertThat((double) always.memory().weights() / wide.memory().weights()).isBetween(0.5, 0.52);
  }

  @Test
  void streamsBlocksWhereNothingElseFits() {
    Wish small = Wish.of(Task.TEXT, 832, 480, 5);
    Options able = Options.DEFAULT.withStreaming(true);
    Choice.Chosen chosen = chosen(choose(able, small, gpu(10), "wan2.1-t2v-14b"));
    assertThat(chosen.placement().transformer()).isEqualTo(Residence.STREAMED);
    assertThat(chosen.placement().textEncoder()).isEqualTo(Residence.STREAMED);
    assertThat(chosen.memory().peak()).isLessThan(10L << 30);
    Choice.Chosen words = chosen(choose(able, small, gpu(8), "wan2.1-t2v-1.3b"));
    assertThat(words.placement().textEncoder()).isEqualTo(Residence.STREAMED);
    assertThat(words.placement().transformer())
        .as("what is asked in every step is streamed last")
        .isEqualTo(Residence.OFFLOADED);
    Choice.Chosen eight =
        chosen(
            choose(able.withEightBits(EightBits.WHERE_NEEDED), small, gpu(24), "wan2.1-t2v-14b"));
    assertThat(eight.placement().fp8()).as("eight bits before streaming").isTrue();
    assertThat(eight.placement().transformer()).isNotEqualTo(Residence.STREAMED);
  }

  @Test
  void asksWithBothPromptsInOnePassWhereThatPaysAndFits() {
    Options able = Options.DEFAULT.withStreaming(true);
    Wish brief = Wish.of(Task.TEXT, 832, 480, 0.3);
    Wish whole = Wish.of(Task.TEXT, 832, 480, 5);
    assertThat(chosen(choose(brief, gpu(140), "wan2.1-t2v-14b")).placement().paired()).isTrue();
    assertThat(chosen(choose(whole, gpu(140), "wan2.1-t2v-14b")).placement().paired())
        .as("a film that keeps the card busy anyway")
        .isFalse();
    Choice.Chosen streamed = chosen(choose(able, brief, gpu(13), "wan2.1-t2v-14b"));
    assertThat(streamed.placement().paired()).isTrue();
    assertThat(streamed.placement().transformer()).isEqualTo(Residence.STREAMED);
    Choice.Chosen tight = chosen(choose(able, whole, gpu(13), "wan2.1-t2v-14b"));
    assertThat(tight.placement().transformer()).isEqualTo(Residence.STREAMED);
    assertThat(tight.placement().paired()).as("what does not fit twice").isFalse();
  }

  @Test
  void keepsTheAspectInATrainedArea() {
    NativeFilm film = catalogue.find("wan2.1-t2v-1.3b").orElseThrow().film();
    assertThat(film.workingSizes(720, 1280, 81)).containsExactly(new FilmSize(480, 848, 81));
    assertThat(film.workingSizes(960, 960, 200)).containsExactly(new FilmSize(640, 640, 81));
    assertThat(film.workingSizes(320, 180, 17)).containsExactly(new FilmSize(848, 480, 17));
  }

  @Test
  void refusesWithNumbers() {
    Choice choice = choose(HD_WORDS, gpu(8), "wan2.2-t2v-a14b");
    assertThat(choice)
        .asInstanceOf(type(Choice.Refused.class))
        .satisfies(
            refused ->
                assertThat(refused.message())
                    .contains("text, 1280x720, 5.0 s, on cuda:0")
                    .contains("wan2.2-t2v-a14b at 848x480x81 needs ")
                    .contains("7.5 GiB of 8.0 GiB are free")
                    .contains("wan2.1-t2v-1.3b is not installed (wan4j models pull"));
  }

  @Test
  void saysWhatTheEngineCannotRun() {
    CheckpointChooser chooser =
        new CheckpointChooser(
            catalogue, card -> Optional.of(Path.of("x")), Set.of(Kind.TEXT), Options.DEFAULT);
    Choice choice = chooser.choose(Wish.of(Task.EDIT, 832, 480, 5), gpu(140));
    assertThat(choice)
        .asInstanceOf(type(Choice.Refused.class))
        .satisfies(refused -> assertThat(refused.message()).contains("not built: vace"));
  }

  private static Choice.Chosen chosen(Choice choice) {
    assertThat(choice).isInstanceOf(Choice.Chosen.class);
    return (Choice.Chosen) choice;
  }

  private Choice choose(Wish wish, DeviceMemory memory, String... installed) {
    return choose(Options.DEFAULT, wish, memory, installed);
  }

  private Choice choose(Options options, Wish wish, DeviceMemory memory, String... installed) {
    Set<String> there = Set.of(installed);
    return new CheckpointChooser(
            catalogue,
            card -> there.contains(card.name()) ? Optional.of(Path.of("none")) : Optional.empty(),
            EnumSet.allOf(Kind.class),
            options)
        .choose(wish, memory);
  }

  private static DeviceMemory gpu(long gibibytes) {
    return new DeviceMemory(Device.cuda(0), gibibytes << 30, gibibytes << 30);
  }
}
