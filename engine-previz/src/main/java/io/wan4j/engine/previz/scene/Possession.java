package io.wan4j.engine.previz.scene;

import io.wan4j.engine.previz.actor.Prop;
import io.wan4j.engine.previz.actor.Rigs;
import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.storyboard.Action;
import io.wan4j.storyboard.CastMember;
import io.wan4j.storyboard.Setting;
import io.wan4j.storyboard.Shot;
import io.wan4j.storyboard.Species;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who holds what in a shot, and who rides on whom. */
final class Possession {
  /** Things that are always in somebody's hands, even where the words do not say whose. */
  private static final Pattern ALWAYS_HELD =
      Pattern.compile(
          "\\b(guitar|violin|banjo|saxophone|trumpet|flute|accordion|umbrella|sword|katana)s?\\b"
              + "|吉他|小提琴|笛子|雨伞|剑");

  private static final Pattern DRINKING =
      Pattern.compile(
          "(?:drink|sip)\\w*(?: \\w+)? (?:coffee|tea|cocoa|milk)|喝着?(?:咖啡|茶|牛奶|酒)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern WARRIOR =
      Pattern.compile(
          "samurai|knight|sword|warrior|pirate|ninja|viking|gladiator|武士|骑士|剑客|侠|战士|海盗",
          Pattern.CASE_INSENSITIVE);

  /** What musicians play, by what is in their names. */
  private static final Map<String, String> INSTRUMENTS =
      Map.of(
          "violinist", "violin",
          "guitarist", "guitar",
          "saxophonist", "saxophone",
          "trumpeter", "trumpet",
          "accordionist", "accordion",
          "flutist", "flute",
          "drummer", "drum",
          "小提琴手", "violin",
          "吉他手", "guitar",
          "鼓手", "drum");

  private static final Pattern BY_ITSELF =
      Pattern.compile(
          "campfire|bonfire|篝火|营火|snowman|雪人|(?:football|soccer) (?:match|game)|足球比?赛|christmas"
              + " tree|圣诞树|\\btent\\b|帐篷|fountain|喷泉|statue|雕像");

  private static final Pattern YOUNG =
      Pattern.compile(
          "\\b(?:cub|lamb|puppy|piglet|baby|little|small|tiny)\\b|小狗|小羊|小猪|幼崽",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ON_HORSEBACK =
      Pattern.compile("horseback|on (?:a|his|her|the) horse|骑马|马背", Pattern.CASE_INSENSITIVE);
  private static final Pattern BICYCLE =
      Pattern.compile("bicycle|\\bbike\\b|cycl|自行车|单车", Pattern.CASE_INSENSITIVE);
  private static final Pattern MOTORCYCLE =
      Pattern.compile("motorcycle|motorbike|scooter|摩托", Pattern.CASE_INSENSITIVE);

  /** What somebody does at a thing that stands before them. */
  private static final Set<Action> BUSY =
      EnumSet.of(Action.LOOK, Action.WORK, Action.PLAY, Action.PUSH, Action.OPEN, Action.BEND);

  /** What somebody does with a thing in the hand. */
  private static final Set<Action> TAKING =
      EnumSet.of(
          Action.UNSTATED,
          Action.HOLD,
          Action.PUT,
          Action.OPEN,
          Action.EAT,
          Action.DRINK,
          Action.COOK,
          Action.READ,
          Action.WRITE,
          Action.PAINT,
          Action.WORK,
          Action.WAVE,
          Action.FIGHT,
          Action.PLAY,
          Action.PLAY_MUSIC,
          Action.SING,
          Action.DANCE,
          Action.FLY);

  /** What is in the hand of who does a thing, where the words do not name it. */
  private static final Map<Action, String> TOOLS =
      Map.of(
          Action.COOK, "bowl",
          Action.READ, "book",
          Action.DRINK, "cup",
          Action.WRITE, "notebook",
          Action.PAINT, "brush");

  private final Shot shot;

  Possession(Shot shot) {
    this.shot = shot;
  }

  /** What is in the hands of a member. */
  Optional<Prop> heldBy(CastMember member) {
    return nounHeldBy(member).flatMap(noun -> Prop.of(noun, colourOf(noun)));
  }

  private Optional<Colour> colourOf(String noun) {
    return shot.cast().stream()
        .filter(thing -> isThing(thing) && names(noun, thing.noun()))
        .flatMap(thing -> thing.colours().stream())
        .map(named -> new Colour(named.rgb()))
        .findFirst();
  }

  /** The noun of what is in the hands of a member; there is a drawing of it. */
  Optional<String> nounHeldBy(CastMember member) {
    if (!hasHands(member)) {
      return Optional.empty();
    }
    Optional<String> told =
        Optional.of(member.target())
            .filter(noun -> TAKING.contains(member.action()) && !BY_ITSELF.matcher(noun).find())
            .filter(Possession::canBeHeld);
    if (told.isEmpty()
        && member.action() == Action.FIGHT
        && WARRIOR.matcher(member.noun()).find()) {
      return Optional.of("sword");
    }
    if (told.isEmpty() && TOOLS.containsKey(member.action())) {
      return Optional.of(TOOLS.get(member.action()));
    }
    if (told.isEmpty() && isMusician(member)) {
      return instrument(member);
    }
    boolean onStage = shot.setting() == Setting.STAGE || shot.setting() == Setting.STUDIO;
    if (told.isEmpty() && member.action() == Action.SING && onStage) {
      return Optional.of("microphone");
    }
    if (told.isPresent() || !isFirst(member)) {
      return told;
    }
    return named()
        .or(() -> Optional.of("cup").filter(_ -> DRINKING.matcher(shot.text()).find()))
        .or(
            () ->
                shot.cast().stream()
                    .filter(thing -> isThing(thing) && thing.species() != Species.PLANT)
                    .filter(thing -> !isTarget(thing) && !standsByItself(thing))
                    .map(CastMember::noun)
                    .filter(Possession::canBeHeld)
                    .findFirst());
  }

  /** Whether the noun says what somebody plays: a violinist. */
  static boolean isMusician(CastMember member) {
    return instrument(member).isPresent();
  }

  private static Optional<String> instrument(CastMember member) {
    String noun = member.noun().toLowerCase(Locale.ROOT);
    return INSTRUMENTS.entrySet().stream()
        .filter(entry -> noun.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static boolean canBeHeld(String noun) {
    return !noun.isEmpty() && Prop.of(noun).isPresent();
  }

  private Optional<String> named() {
    Matcher word = ALWAYS_HELD.matcher(shot.text().toLowerCase(Locale.ROOT));
    return word.find() ? Optional.of(word.group()) : Optional.empty();
  }

  /** Whether it is in somebody's hands, under somebody, or part of another thing's name. */
  boolean taken(CastMember thing) {
    boolean held =
        shot.cast().stream()
            .anyMatch(
                other ->
                    hasHands(other)
                        && !other.noun().equals(thing.noun())
                        && names(other.target(), thing.noun())
                        && (other.action() == Action.HOLD && Prop.of(thing.noun()).isPresent()
                            || other.action() == Action.RIDE));
    return held || isThing(thing) && beforeAnother(thing);
  }

  /** Whom somebody has in the arms: a baby, or an animal that is small enough. */
  Optional<CastMember> inArmsOf(CastMember holder) {
    if (!hasHands(holder)) {
      return Optional.empty();
    }
    boolean takes = holder.action() == Action.HOLD || holder.action() == Action.HUG;
    return shot.cast().stream()
        .filter(other -> other != holder && isSmall(other) && other.count() == 1)
        .filter(
            other ->
                holder.holds().contains(other.noun())
                    || takes && names(holder.target(), other.noun()))
        .findFirst();
  }

  /** Whether it is in somebody's arms. */
  boolean carried(CastMember small) {
    return isSmall(small)
        && shot.cast().stream()
            .anyMatch(holder -> inArmsOf(holder).filter(held -> held == small).isPresent());
  }

  private static boolean isSmall(CastMember member) {
    return switch (member.species()) {
      case PERSON -> member.age() == CastMember.Age.BABY;
      case CAT, RABBIT, MOUSE, SQUIRREL, HEDGEHOG, BIRD, OWL, DUCK, CHICKEN, PARROT, FROG -> true;
      case DOG, FOX, LION, TIGER, BEAR, PANDA, SHEEP, PIG, MONKEY ->
          YOUNG.matcher(member.noun()).find()
              || member.look().stream().anyMatch(word -> YOUNG.matcher(word).find());
      default -> false;
    };
  }

  /**
   * Whether a thing is to be seen beside people: it stands there, or is what they are busy with.
   */
  boolean onStage(CastMember thing) {
    return standsByItself(thing) || isThing(thing) && isAtWork(thing);
  }

  /** What somebody looks at, works on or plays with, and does not have in hand. */
  private boolean isAtWork(CastMember thing) {
    return Rigs.drawing(thing.noun()).isPresent()
        && shot.cast().stream()
            .anyMatch(
                other ->
                    hasHands(other)
                        && BUSY.contains(other.action())
                        && names(other.target(), thing.noun())
                        && nounHeldBy(other).filter(noun -> names(noun, thing.noun())).isEmpty());
  }

  /** Fires burn on the ground beside people, snowmen stand there. */
  static boolean standsByItself(CastMember thing) {
    return BY_ITSELF.matcher(thing.noun()).find();
  }

  /** In "glass vase" the first word only says what the second is made of. */
  private boolean beforeAnother(CastMember thing) {
    return shot.cast().stream()
        .filter(Possession::isThing)
        .anyMatch(
            other ->
                shot.text()
                    .toLowerCase(Locale.ROOT)
                    .contains((thing.noun() + " " + other.noun()).toLowerCase(Locale.ROOT)));
  }

  /** The member it rides on, or the kind of mount the words name. */
  Optional<CastMember> mountOf(CastMember member) {
    if (member.action() != Action.RIDE || !hasHands(member)) {
      return Optional.empty();
    }
    Optional<CastMember> told =
        shot.cast().stream()
            .filter(other -> names(member.target(), other.noun()) && canCarry(other.species()))
            .findFirst();
    if (told.isPresent()) {
      return told;
    }
    Species kind =
        MOTORCYCLE.matcher(shot.text()).find()
            ? Species.MOTORCYCLE
            : BICYCLE.matcher(shot.text()).find()
                ? Species.BICYCLE
                : ON_HORSEBACK.matcher(shot.text()).find() ? Species.HORSE : Species.OBJECT;
    return kind == Species.OBJECT ? Optional.empty() : Optional.of(mount(member, kind));
  }

  private static CastMember mount(CastMember rider, Species kind) {
    return idle(kind.name().toLowerCase(Locale.ROOT), kind, rider.heading());
  }

  /** A thing that the words take for granted. */
  static CastMember thing(String noun) {
    return idle(noun, Species.OBJECT, CastMember.Heading.UNSTATED);
  }

  private static CastMember idle(String noun, Species kind, CastMember.Heading heading) {
    return new CastMember(
        noun,
        kind,
        CastMember.Age.UNSTATED,
        CastMember.Sex.UNSTATED,
        1,
        Action.UNSTATED,
        "",
        heading,
        List.of(),
        List.of(),
        io.wan4j.storyboard.MediaReference.NONE);
  }

  private static boolean canCarry(Species species) {
    return species.body() == Species.Body.QUADRUPED
        || species == Species.DRAGON
        || species == Species.BICYCLE
        || species == Species.MOTORCYCLE;
  }

  private boolean isTarget(CastMember thing) {
    return shot.cast().stream()
        .anyMatch(other -> hasHands(other) && names(other.target(), thing.noun()));
  }

  private boolean isFirst(CastMember member) {
    return shot.cast().stream()
        .filter(Possession::hasHands)
        .findFirst()
        .filter(first -> first.noun().equals(member.noun()))
        .isPresent();
  }

  private static boolean names(String target, String noun) {
    return !target.isEmpty()
        && (target.equalsIgnoreCase(noun) || noun.endsWith(target) || target.endsWith(noun));
  }

  private static boolean isThing(CastMember member) {
    return member.species() == Species.OBJECT || member.species() == Species.PLANT;
  }

  private static boolean hasHands(CastMember member) {
    return member.species().body() == Species.Body.PERSON
        || member.species().body() == Species.Body.ROBOT;
  }
}
