package io.wan4j.storyboard;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Every word the parser knows, read from the word files of this module. Immutable; share it. */
final class Vocabulary {
  private static final List<String> FOLDERS = List.of("english", "chinese");

  private final Lexicon lexicon;
  private final Map<Species, Setting> habitats;

  private final EnglishSenses english;
  private final ChineseSenses chinese;

  private Vocabulary(
      Lexicon lexicon,
      Map<Species, Setting> habitats,
      EnglishSenses english,
      ChineseSenses chinese) {
    this.lexicon = lexicon;
    this.english = english;
    this.chinese = chinese;
    this.habitats = Map.copyOf(habitats);
  }

  static Vocabulary bundled() {
    Lexicon.Builder builder = new Lexicon.Builder();
    senses()
        .forEach(
            (file, reading) -> {
              for (String folder : FOLDERS) {
                for (WordFile.Entry entry : WordFile.read(folder + "/" + file + ".txt")) {
                  addAll(builder, entry, reading);
                }
              }
            });
    Map<String, String> irregular = new HashMap<>();
    for (WordFile.Entry entry : WordFile.read("english/irregular.txt")) {
      entry.phrases().forEach(form -> irregular.put(form, entry.meaning()));
    }
    Map<Species, Setting> habitats = new HashMap<>();
    for (WordFile.Entry entry : WordFile.read("habitats.txt")) {
      for (String species : entry.phrases()) {
        habitats.put(Species.valueOf(species), Setting.valueOf(entry.meaning()));
      }
    }
    EnglishSenses english =
        new EnglishSenses(
            KindMap.read("wordnet/nouns.txt", Vocabulary::kind),
            KindMap.read("wordnet/verbs.txt", s -> new Sense.Doing(Action.valueOf(s))));
    return new Vocabulary(
        builder.build(new WordForms(irregular)),
        habitats,
        english,
        ChineseSenses.read(Vocabulary::kind));
  }

  /** What each file's meanings are read as. */
  private static Map<String, Function<String, Sense>> senses() {
    Map<String, Function<String, Sense>> files = new LinkedHashMap<>();
    files.put("settings", s -> new Sense.Place(Setting.valueOf(s)));
    files.put("times", s -> new Sense.Hour(TimeOfDay.valueOf(s)));
    files.put("seasons", s -> new Sense.Year(Look.Season.valueOf(s)));
    files.put("weather", s -> new Sense.Sky(Weather.valueOf(s)));
    files.put("moods", s -> new Sense.Feeling(Look.Mood.valueOf(s)));
    files.put("styles", s -> new Sense.Manner(Look.Style.valueOf(s)));
    files.put("colours", s -> new Sense.Hue(Integer.parseInt(s, 16)));
    files.put("cast", Vocabulary::being);
    files.put("natures", Vocabulary::nature);
    files.put("clothes", _ -> new Sense.Clothing());
    files.put("adjectives", _ -> new Sense.Looks());
    files.put("amounts", s -> new Sense.Amount(Integer.parseInt(s)));
    files.put("actions", s -> new Sense.Doing(Action.valueOf(s)));
    files.put("sayings", s -> new Sense.Saying(SpokenLine.Tone.valueOf(s)));
    files.put("tones", s -> new Sense.Manners(SpokenLine.Tone.valueOf(s)));
    files.put("pronouns", s -> new Sense.Pronoun(Sense.Who.valueOf(s)));
    files.put("shot-sizes", s -> new Sense.Size(ShotSize.valueOf(s)));
    files.put("angles", s -> new Sense.Angle(CameraAngle.valueOf(s)));
    files.put("camera", Vocabulary::camera);
    files.put("directions", s -> new Sense.Way(Direction.valueOf(s)));
    files.put("headings", s -> new Sense.Facing(CastMember.Heading.valueOf(s)));
    files.put("manner-of-move", Vocabulary::mannerOfMove);
    files.put("links", Vocabulary::link);
    files.put("sounds", s -> new Sense.Noise(SoundCue.Kind.valueOf(s)));
    files.put("plain", _ -> new Sense.Plain());
    return files;
  }

  private static void addAll(
      Lexicon.Builder builder, WordFile.Entry entry, Function<String, Sense> reading) {
    Sense sense;
    try {
      sense = reading.apply(entry.meaning());
    } catch (IllegalArgumentException e) {
      throw new StoryboardException(
          entry.where() + ": the meaning \"" + entry.meaning() + "\" does not exist", e);
    }
    entry.phrases().forEach(phrase -> builder.add(phrase, sense));
  }

  /** {@code cast SPECIES [AGE] [SEX]}, {@code place SETTING}, {@code clothes} or {@code plain}. */
  private static Sense kind(String meaning) {
    String[] words = meaning.split(" ", 2);
    return switch (words[0]) {
      case "cast" -> being(words[1]);
      case "place" -> new Sense.Place(Setting.valueOf(words[1]));
      case "clothes" -> new Sense.Clothing();
      case "plain" -> new Sense.Plain();
      default -> throw new IllegalArgumentException(meaning);
    };
  }

  /** {@code SPECIES [AGE] [SEX] [COUNT]}; one where no count is given. */
  private static Sense being(String meaning) {
    List<String> words = List.of(meaning.split(" "));
    boolean counted = Character.isDigit(words.getLast().charAt(0));
    List<String> traits = words.subList(1, counted ? words.size() - 1 : words.size());
    Sense.Nature nature = traits(traits);
    int count = counted ? Integer.parseInt(words.getLast()) : 1;
    return new Sense.Being(Species.valueOf(words.getFirst()), nature.age(), nature.sex(), count);
  }

  private static Sense nature(String meaning) {
    return traits(List.of(meaning.split(" ")));
  }

  private static Sense.Nature traits(List<String> words) {
    CastMember.Age age = CastMember.Age.UNSTATED;
    CastMember.Sex sex = CastMember.Sex.UNSTATED;
    for (String word : words) {
      if (word.equals("FEMALE") || word.equals("MALE")) {
        sex = CastMember.Sex.valueOf(word);
      } else {
        age = CastMember.Age.valueOf(word);
      }
    }
    return new Sense.Nature(age, sex);
  }

  /** {@code CAMERA}, {@code CUT}, {@code move KIND} or {@code verb VERB}. */
  private static Sense camera(String meaning) {
    String[] words = meaning.split(" ");
    return switch (words[0]) {
      case "CAMERA" -> new Sense.Lens();
      case "CUT" -> new Sense.Cut();
      case "move" -> new Sense.Move(CameraMove.Kind.valueOf(words[1]));
      case "verb" -> new Sense.Motion(CameraVerb.valueOf(words[1]));
      default -> throw new IllegalArgumentException(meaning);
    };
  }

  /** {@code speed SPEED}, {@code strength STRENGTH} or {@code easing EASING}. */
  private static Sense mannerOfMove(String meaning) {
    String[] words = meaning.split(" ");
    return switch (words[0]) {
      case "speed" -> new Sense.Pace(CameraMove.Speed.valueOf(words[1]));
      case "strength" -> new Sense.Extent(CameraMove.Strength.valueOf(words[1]));
      case "easing" -> new Sense.Ease(CameraMove.Easing.valueOf(words[1]));
      default -> throw new IllegalArgumentException(meaning);
    };
  }

  private static Sense link(String meaning) {
    return new Sense.Link(Sense.Order.valueOf(meaning));
  }

  EnglishSenses english() {
    return english;
  }

  ChineseSenses chinese() {
    return chinese;
  }

  Lexicon lexicon() {
    return lexicon;
  }

  /** Where such a creature is at home; {@link Setting#UNSTATED} when anywhere. */
  Setting habitat(Species species) {
    return habitats.getOrDefault(species, Setting.UNSTATED);
  }
}
