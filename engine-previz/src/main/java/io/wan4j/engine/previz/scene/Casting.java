package io.wan4j.engine.previz.scene;

import io.wan4j.engine.previz.actor.Motion;
import io.wan4j.engine.previz.actor.Rig;
import io.wan4j.engine.previz.actor.Rigs;
import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.storyboard.Action;
import io.wan4j.storyboard.CastMember;
import io.wan4j.storyboard.Shot;
import io.wan4j.storyboard.Species;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds an actor for every member of the cast, the same one in every shot of a film. */
final class Casting {
  private static final Pattern COUPLE = Pattern.compile("couple|lovers|情侣|夫妻|恋人|夫妇");
  private static final Pattern HASTE =
      Pattern.compile(
          "gallop|race|racing|charg|rush|fast|chase|tracking|奔|飞驰|疾驰", Pattern.CASE_INSENSITIVE);

  private static final Pattern CHESS =
      Pattern.compile("play\\w* chess|下棋|下象棋|下围棋", Pattern.CASE_INSENSITIVE);

  private static final Pattern YOUNG =
      Pattern.compile("\\b(?:cub|calf|foal|baby)\\b|幼崽|小象", Pattern.CASE_INSENSITIVE);

  private static final Pattern GIANT =
      Pattern.compile("giant|gigantic|colossal|towering|巨大|巨型", Pattern.CASE_INSENSITIVE);

  /** Plants that are part of a place: several, or of no kind that is named. */
  private static final Pattern GREENERY =
      Pattern.compile(
          "(?:\\w+ )*(?:\\w+s|flower|plant|grass|leaf|vine|blossom|bush|moss|petal|fern)"
              + "|花|花朵|鲜花|植物|草|草丛|叶子|树叶|落叶|藤蔓|花束",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern TABLE =
      Pattern.compile(
          "\\bon (?:a|an|the)(?: \\w+)? (?:table|desk|counter)\\b|桌上|桌子上",
          Pattern.CASE_INSENSITIVE);

  /** The noun of what chess is played at. */
  static final String BOARD = "chess board";

  /** The size of the young, and of giants, against the usual. */
  private static final double CUB = 0.5;

  private static final double COLOSSUS = 2.2;

  /** Of what is carried in arms, in parts of the height of who carries it. */
  private static final double MOST_CARRIED = 0.46;

  private final long seed;
  private final Map<Species, String> kinds = new EnumMap<>(Species.class);
  private final Map<String, Rig> hired = new HashMap<>();

  /** What somebody does goes on until the storyboard says something else. */
  private final Map<String, Action> lastTold = new HashMap<>();

  Casting(long seed) {
    this.seed = seed;
  }

  /**
   * Who plays in a shot. Things step back when somebody is there, and so does "two people" when the
   * two are named one by one.
   */
  List<CastMember> actors(Shot shot) {
    List<CastMember> all = shot.cast().stream().filter(Casting::isActor).toList();
    boolean somebody = all.stream().anyMatch(member -> !isThing(member));
    boolean named = all.stream().anyMatch(member -> isPerson(member) && !isAnybody(member));
    Possession possession = new Possession(shot);
    Crew crew = new Crew(shot);
    List<CastMember> free =
        all.stream()
            .filter(member -> !possession.taken(member) && !possession.carried(member))
            .filter(member -> !crew.manned(member) && !crew.drives(member))
            .toList();
    return free.stream()
        .filter(member -> !(somebody && isThing(member)) || possession.onStage(member))
        .filter(member -> somebody || drawn(member, free))
        .filter(member -> !isWordOnly(member, shot))
        .filter(member -> !(named && isPerson(member) && isAnybody(member)))
        .flatMap(member -> withBoard(member, shot))
        .toList();
  }

  /** Chess is played at a board, which stands in front of whoever is named first. */
  private static Stream<CastMember> withBoard(CastMember member, Shot shot) {
    boolean first = shot.cast().getFirst() == member;
    return first && isPerson(member) && CHESS.matcher(shot.text()).find()
        ? Stream.of(member, Possession.thing(BOARD))
        : Stream.of(member);
  }

  private static boolean isThing(CastMember member) {
    return member.species() == Species.OBJECT || member.species() == Species.PLANT;
  }

  /** Things of which there is no drawing step back, and so do two words for the same drawing. */
  private static boolean drawn(CastMember member, List<CastMember> all) {
    if (!isThing(member)) {
      return true;
    }
    Optional<String> drawing = Rigs.drawing(member.noun());
    Optional<CastMember> first =
        all.stream()
            .filter(Casting::isThing)
            .filter(other -> Rigs.drawing(other.noun()).equals(drawing))
            .findFirst();
    boolean better =
        drawing.isEmpty() && all.stream().anyMatch(other -> Rigs.drawing(other.noun()).isPresent());
    return !better && first.filter(other -> other == member).isPresent();
  }

  /** Under the open sky a thing without a drawing is left to the words: "beams over the sea". */
  private static boolean isWordOnly(CastMember member, Shot shot) {
    boolean anywhere =
        switch (shot.setting()) {
          case UNSTATED, STUDIO, STAGE -> true;
          default -> shot.setting().indoors();
        };
    return isThing(member) && !anywhere && Rigs.drawing(member.noun()).isEmpty();
  }

  private static boolean isPerson(CastMember member) {
    return member.species().body() == Species.Body.PERSON;
  }

  private static boolean isAnybody(CastMember member) {
    return member.sex() == CastMember.Sex.UNSTATED
        && member.age() == CastMember.Age.UNSTATED
        && member.species() == Species.PERSON
        && member.count() > 1;
  }

  /** Whether it walks, flies or lies about on the stage, instead of being the place itself. */
  private static boolean isActor(CastMember member) {
    return switch (member.species()) {
      case TREE, BUILDING, PLANET -> false;
      case PLANT -> !GREENERY.matcher(member.noun()).matches() && hasDrawing(member);
      default -> true;
    };
  }

  private static boolean hasDrawing(CastMember member) {
    return member.count() == 1 && Rigs.drawing(member.noun()).isPresent();
  }

  /** The actor of a member, on its mount and with what it holds in that shot. */
  Rig rig(CastMember member, Shot shot) {
    return equipped(
        hired.computeIfAbsent(
            member.noun() + member.species() + member.age() + member.sex(), key -> hire(member, 0)),
        member,
        shot);
  }

  /** Another of the same kind, for a herd. */
  Rig another(CastMember member, int number, Shot shot) {
    return equipped(
        hired.computeIfAbsent(member.noun() + "#" + number, key -> hire(member, number)),
        member,
        shot);
  }

  private Rig equipped(Rig plain, CastMember member, Shot shot) {
    if (isThing(member)) {
      boolean furnished =
          TABLE.matcher(shot.text()).find()
              || switch (shot.setting()) {
                case ROOM, CAFE, KITCHEN, BAKERY, OFFICE, LIBRARY, LABORATORY, CLASSROOM -> true;
                default -> false;
              };
      return furnished && !Possession.standsByItself(member) ? plain.onTable() : plain;
    }
    Possession possession = new Possession(shot);
    Rig seated = Seating.of(plain, shot);
    Rig turned = Onlookers.from(member, shot) ? seated.fromBehind() : seated;
    Rig rig =
        possession
            .inArmsOf(member)
            .map(small -> turned.carrying(inArms(rig(small, shot), turned)))
            .or(() -> possession.heldBy(member).map(turned::holding))
            .orElse(turned);
    Optional<CastMember> boat = new Crew(shot).boatOf(member);
    if (boat.isPresent()) {
      return rig.aboard(rig(boat.get(), shot));
    }
    Optional<CastMember> mount = possession.mountOf(member);
    if (mount.isPresent()) {
      return rig.mounted(rig(mount.get(), shot));
    }
    boolean ridden = member.species() == Species.MOTORCYCLE || member.species() == Species.BICYCLE;
    boolean moves = member.action() != Action.UNSTATED && member.action() != Action.STAND;
    return ridden && moves ? Rigs.named("teenager", seed).mounted(rig) : rig;
  }

  /** Whatever is carried is no larger than can be carried. */
  private static Rig inArms(Rig small, Rig holder) {
    double most = MOST_CARRIED * holder.height();
    return small.height() <= most ? small : Rigs.scaled(small, most / small.height());
  }

  /** How many there are; a couple is two. */
  int count(CastMember member) {
    String noun = member.noun().toLowerCase(Locale.ROOT);
    if (member.count() > 1) {
      return member.count();
    }
    if (isCouple(noun)) {
      return 2;
    }
    return Extras.severalOf(member) ? Extras.SOME : 1;
  }

  private static boolean isCouple(String noun) {
    return COUPLE.matcher(noun).find();
  }

  private Rig hire(CastMember member, int number) {
    if (isCouple(member.noun().toLowerCase(Locale.ROOT))) {
      return Rigs.of(number == 0 ? "man" : "lady", seed + number, Optional.empty());
    }
    long own = seed * 31 + member.noun().toLowerCase(Locale.ROOT).hashCode() + 101L * number;
    Optional<Colour> colour =
        member.colours().stream().findFirst().map(named -> new Colour(named.rgb()));
    String name = rigName(member);
    boolean young = YOUNG.matcher(member.noun()).find() && !isPerson(member);
    // a cub is of its mother's kind
    String kind = young ? kinds.getOrDefault(member.species(), name) : name;
    kinds.put(member.species(), kind);
    String player = Extras.player(member, number, kind);
    Rig rig =
        member.sex() == CastMember.Sex.FEMALE
            ? Rigs.woman(player, own, colour)
            : Rigs.of(player, own, colour);
    boolean giant = GIANT.matcher(String.join(" ", member.look())).find();
    return young ? Rigs.scaled(rig, CUB) : giant ? Rigs.scaled(rig, COLOSSUS) : rig;
  }

  private static String rigName(CastMember member) {
    String noun = member.noun().toLowerCase(Locale.ROOT);
    boolean dressed = (noun + member.look()).contains("dress");
    Optional<String> beast = Rigs.beast(noun);
    if (beast.isPresent() && !isThing(member) && !isPerson(member)) {
      return beast.get();
    }
    for (String named : noun.split("[^\\p{L}]+")) {
      String word = Rigs.knows(named) ? named : named.replaceFirst("(?<=[a-z]{3})s$", "");
      boolean fits = Rigs.isPerson(word) == isPerson(member);
      if (fits && Rigs.knows(word) && !word.equals("man") && !word.equals("woman")) {
        return word;
      }
    }
    if (isThing(member)) {
      return noun;
    }
    Optional<String> machine = Rigs.machine(noun);
    if (machine.isPresent() && isMachine(member)) {
      return machine.get();
    }
    if (isPerson(member)) {
      Optional<String> role = Rigs.role(noun);
      if (role.isPresent()) {
        return role.get();
      }
      String person = person(member);
      return dressed && person.equals("woman") ? "lady" : person;
    }
    return member.species().name().toLowerCase(Locale.ROOT);
  }

  private static boolean isMachine(CastMember member) {
    return switch (member.species().body()) {
      case VEHICLE, AIRCRAFT -> true;
      default -> false;
    };
  }

  private static String person(CastMember member) {
    boolean female = member.sex() == CastMember.Sex.FEMALE;
    return switch (member.age()) {
      case BABY -> "baby";
      case CHILD -> female ? "girl" : "boy";
      case YOUNG -> female ? "woman" : "teenager";
      case OLD -> female ? "grandmother" : "elder";
      case UNSTATED, ADULT -> female ? "woman" : "man";
    };
  }

  /** Whoever is fought on the ground stands there, even a dragon. */
  private static boolean isFought(CastMember member, Shot shot) {
    return shot.cast().stream()
        .anyMatch(
            other ->
                other.action() == Action.FIGHT && other.target().equalsIgnoreCase(member.noun()));
  }

  /** Birds fly when they are told to. */
  private static boolean perches(CastMember member) {
    return member.species().body() == Species.Body.BIRD;
  }

  /** "A woman walks a dog": so it walks too. */
  private static boolean isLed(CastMember member, Shot shot) {
    return member.species().body() == Species.Body.QUADRUPED
        && shot.cast().stream()
            .anyMatch(
                other ->
                    other.action() == Action.WALK
                        && other.target().equalsIgnoreCase(member.noun()));
  }

  /** Swans and ducks are on the water where there is any. */
  private static boolean swims(CastMember member, Shot shot) {
    boolean waterfowl = member.species() == Species.SWAN || member.species() == Species.DUCK;
    return waterfowl
        && switch (shot.setting()) {
          case LAKE, RIVER, OPEN_SEA -> true;
          default -> false;
        };
  }

  /** What the rig does for what the storyboard says. */
  Motion motion(CastMember member, Shot shot) {
    Rig rig = rig(member, shot);
    Motion natural = rig.natural();
    boolean speaks =
        shot.lines().stream()
            .anyMatch(
                line ->
                    line.speaker().equals(member.noun())
                        || line.speaker().isEmpty()
                            && shot.cast().getFirst().noun().equals(member.noun()));
    Action told =
        member.action() == Action.UNSTATED
            ? lastTold.getOrDefault(member.noun(), Action.UNSTATED)
            : member.action();
    if (told == Action.UNSTATED && isPerson(member) && CHESS.matcher(shot.text()).find()) {
      told = Action.SIT;
    }
    lastTold.put(member.noun(), told);
    if (told == Action.PLAY && Possession.isMusician(member)) {
      told = Action.PLAY_MUSIC;
    }
    if (told == Action.UNSTATED && isFought(member, shot)) {
      // it stands there and roars
      told = Action.TALK;
    }
    Motion wanted =
        switch (told) {
          case RUN, CHASE, FLEE, JUMP, FALL -> Motion.RUN;
          case WALK, ENTER, LEAVE, CLIMB, PUSH -> Motion.WALK;
          case RIDE -> HASTE.matcher(shot.text()).find() ? Motion.RUN : Motion.WALK;
          case SIT, EAT, DRINK, READ, WRITE -> Motion.SIT;
          case LIE, SLEEP -> rig.lies() ? Motion.LIE : Motion.SIT;
          case TALK, SING, RAP, LAUGH, CRY, CHEER, WAVE, WORK, PAINT -> Motion.TALK;
          case DANCE, HUG ->
              Duet.ofTwo(member, count(member))
                  .map(Duet::motion)
                  .orElse(told == Action.DANCE ? Motion.DANCE : Motion.STAND);
          case PLAY, FIGHT -> Motion.DANCE;
          case FLY -> Motion.FLY;
          case SWIM, FLOAT -> Motion.SWIM;
          case DRIVE, SAIL -> Motion.DRIVE;
          case LOOK, LEAN -> natural == Motion.WALK && rig.sits() ? Motion.SIT : Motion.STAND;
          case UNSTATED ->
              swims(member, shot)
                  ? Motion.SWIM
                  : isLed(member, shot)
                      ? Motion.WALK
                      : natural == Motion.WALK || perches(member) ? Motion.STAND : natural;
          default -> natural == Motion.WALK || perches(member) ? Motion.STAND : natural;
        };
    if (speaks && wanted == Motion.STAND) {
      wanted = Motion.TALK;
    }
    if (wanted == Motion.SIT && !rig.sits()) {
      wanted = Motion.STAND;
    }
    return Rigs.possible(natural, wanted);
  }
}
