package io.wan4j.storyboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words that stand in no word file are taken by the kind of thing they name. */
class WordSensesTest {
  private static StoryboardParser parser;

  @BeforeAll
  static void open() {
    parser = new StoryboardParser();
  }

  @ParameterizedTest
  @CsvSource({
    "An ocelot waits., ocelot, LEOPARD",
    "Two narwhals swim., narwhals, WHALE",
    "A sommelier smiles., sommelier, PERSON",
    "An albatross soars., albatross, BIRD",
    "A kestrel dives., kestrel, EAGLE",
    "A wombat sleeps., wombat, KANGAROO",
    "A brigantine sails by., brigantine, SAILING_SHIP",
    "A rickshaw waits., rickshaw, TRUCK",
    "A trebuchet stands on the hill., trebuchet, OBJECT",
    "The bassoonist plays., bassoonist, PERSON",
    "A baobab in the fog., baobab, TREE",
    "一只警犬在奔跑。, 警犬, DOG",
    "老木匠在工作。, 木匠, PERSON",
    "侍酒师微笑。, 侍酒师, PERSON",
    "一艘驱逐舰在海上航行。, 驱逐舰, SHIP",
  })
  void nounsBecomeWhatTheirKindIs(String prompt, String noun, Species species) {
    Storyboard board = parser.parse(prompt, 5, Cutting.BY_PROMPT);
    assertThat(board.shots().getFirst().cast())
        .anySatisfy(
            member -> {
              assertThat(member.noun()).isEqualTo(noun);
              assertThat(member.species()).isEqualTo(species);
            });
    assertThat(board.senses()).extracting(WordSense::word).contains(noun);
    assertThat(board.unknown()).doesNotContain(noun);
  }

  @ParameterizedTest
  @CsvSource({
    "A fox walks through the moorland., MEADOW",
    "A boat in the fjord., OPEN_SEA",
    "Two men talk in the cellar., ROOM",
    "A man works in the smithy., FACTORY",
    "A dog waits in the bistro., CAFE",
    "两个人在酒窖里说话。, ROOM",
  })
  void placesToo(String prompt, Setting setting) {
    Storyboard board = parser.parse(prompt, 5, Cutting.BY_PROMPT);
    assertThat(board.shots().getFirst().setting()).isEqualTo(setting);
  }

  @ParameterizedTest
  @CsvSource({
    "The worshippers saunter home., WALK",
    "Two otters frolic in the water., PLAY",
  })
  void verbsToo(String prompt, Action action) {
    Storyboard board = parser.parse(prompt, 5, Cutting.BY_PROMPT);
    assertThat(board.shots().getFirst().cast().getFirst().action()).isEqualTo(action);
  }

  @Test
  void saysWhichSenseWasChosen() {
    Storyboard board = parser.parse("An ocelot waits.", 5, Cutting.BY_PROMPT);
    WordSense sense = board.senses().getFirst();
    assertThat(sense.kind()).isEqualTo("wildcat");
    assertThat(sense.gloss()).contains("nocturnal wildcat");
    assertThat(StoryboardText.lines(board)).contains("ocelot is a wildcat -> cast LEOPARD");
    assertThat(StoryboardText.json(board)).contains("\"word\":\"ocelot\"");
  }

  @Test
  void whatNobodyKnowsIsSaid() {
    Storyboard board = parser.parse("A zorblax waits in the desert.", 5, Cutting.BY_PROMPT);
    assertThat(board.unknown()).containsExactly("zorblax");
    assertThat(board.senses()).isEmpty();
  }

  @Test
  void theWordFilesWin() {
    Storyboard board = parser.parse("A cat and a red panda play.", 5, Cutting.BY_PROMPT);
    assertThat(board.shots().getFirst().cast())
        .extracting(CastMember::species)
        .containsExactly(Species.CAT, Species.FOX);
    assertThat(board.senses()).isEmpty();
  }

  @Test
  void aCharacterWithinAnotherWordCountsForNothing() {
    Storyboard board = parser.parse("他马上就要走进房间学习书法。", 5, Cutting.BY_PROMPT);
    List<Species> species =
        board.shots().getFirst().cast().stream().map(CastMember::species).toList();
    assertThat(species).doesNotContain(Species.HORSE, Species.OBJECT);
  }

  @Test
  void everyKindOfTheFilesIsAWordOfWordNet() {
    KindMap nouns = KindMap.read("wordnet/nouns.txt", meaning -> new Sense.Plain());
    KindMap verbs = KindMap.read("wordnet/verbs.txt", meaning -> new Sense.Plain());
    WordNet net = WordNet.shared();
    assertThat(nouns.kinds().stream().filter(kind -> net.nouns(kind).isEmpty())).isEmpty();
    assertThat(verbs.kinds().stream().filter(kind -> net.verbs(kind).isEmpty())).isEmpty();
  }
}
