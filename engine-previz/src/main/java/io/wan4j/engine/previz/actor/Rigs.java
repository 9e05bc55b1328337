package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** Finds the rig for a noun. */
public final class Rigs {
  private static final List<Colour> PAINTS =
      List.of(
          new Colour(0xC8402F),
          new Colour(0x2F6FA8),
          new Colour(0xE8B03C),
          new Colour(0x3F8F6A),
          new Colour(0xE8E6E0),
          new Colour(0x7A5AA0));

  private Rigs() {}

  /** Whether there is an actor of just that name. */
  public static boolean knows(String name) {
    return name.matches("[a-z_]+") && !folderOf(name).isEmpty();
  }

  /** Whether somebody of the wardrobe has just that name. */
  public static boolean isPerson(String name) {
    return name.matches("[a-z_]+") && folderOf(name).equals("people");
  }

  /** The person of the wardrobe that plays a noun, where the noun is no such name itself. */
  public static Optional<String> role(String noun) {
    return Roles.PEOPLE.of(noun);
  }

  /** The machine a noun asks for, where its species alone would be another one. */
  public static Optional<String> machine(String noun) {
    return Roles.MACHINES.within(noun);
  }

  /** The animal a noun asks for, where its species alone would be another one. */
  public static Optional<String> beast(String noun) {
    return Roles.BEASTS.within(noun);
  }

  /** The rig of that name, as a woman where it is a person. */
  public static Rig woman(String name, long seed, Optional<Colour> colour) {
    if (!folderOf(name).equals("people")) {
      return of(name, seed, colour);
    }
    Wardrobe wardrobe = Wardrobe.read(name, seed).asWoman();
    return new Person(colour.map(wardrobe::withTop).orElse(wardrobe));
  }

  /** The name of the drawing that shows a thing of that noun. */
  public static Optional<String> drawing(String noun) {
    return Drawing.of(noun).map(Drawing::name);
  }

  /** The same, larger or smaller. */
  public static Rig scaled(Rig rig, double size) {
    return new Scaled(rig, size);
  }

  /** The rig of that name. */
  public static Rig named(String name, long seed) {
    return of(name, seed, Optional.empty());
  }

  /**
   * The rig of that name, or a stand-in for a name nobody has a rig for.
   *
   * @param seed chooses what the name leaves open
   * @param colour of its coat, clothes or paint, if the prompt names one
   */
  public static Rig of(String name, long seed, Optional<Colour> colour) {
    Colour paint = colour.orElseGet(() -> PAINTS.get(new Random(seed).nextInt(PAINTS.size())));
    String kind = name.toUpperCase(Locale.ROOT);
    for (Vehicle.Kind vehicle : Vehicle.Kind.values()) {
      if (vehicle.name().equals(kind)) {
        return new Vehicle(vehicle, paint);
      }
    }
    for (Craft.Kind craft : Craft.Kind.values()) {
      if (craft.name().equals(kind)) {
        return new Craft(craft, paint);
      }
    }
    if (name.equals("steam_train")) {
      return new SteamTrain(paint);
    }
    if (name.equals("tractor")) {
      return new Tractor(paint);
    }
    return switch (folderOf(name)) {
      case "species" -> {
        Species species = Species.read("species", name);
        Species coat = colour.map(species::painted).orElse(species);
        Rig beast = new Quadruped(coat);
        yield name.equals("dragon")
            ? new WingedBeast(beast, coat.colour("mark"), coat.colour("dark"))
            : beast;
      }
      case "birds" ->
          name.equals("owl")
              ? new Owl(Species.read("birds", name))
              : new Bird(Species.read("birds", name));
      case "fish" -> new Swimmer(Species.read("fish", name));
      case "insects" -> new Insect(Species.read("insects", name));
      case "people" -> {
        Wardrobe wardrobe = Wardrobe.read(name, seed);
        yield new Person(colour.map(wardrobe::withTop).orElse(wardrobe));
      }
      default ->
          kind.equals("MONSTER")
              ? new Monster(paint)
              : Drawing.of(name)
                  .map(drawing -> colour.map(drawing::painted).orElse(drawing))
                  .<Rig>map(Thing::new)
                  .orElseGet(() -> new Lantern(paint));
    };
  }

  /** What an actor can do of what it is wanted to: a fish does not walk, a car does not sit. */
  public static Motion possible(Motion natural, Motion wanted) {
    return switch (natural) {
      case SWIM -> Motion.SWIM;
      case DRIVE -> wanted == Motion.SIT ? Motion.REST : Motion.DRIVE;
      case FLY ->
          switch (wanted) {
            case SWIM -> Motion.SWIM;
            case DANCE -> Motion.FLY;
            default -> wanted.moving() ? Motion.FLY : wanted;
          };
      case WALK ->
          switch (wanted) {
            case FLY, DRIVE, SWIM -> Motion.RUN;
            case WALTZ -> Motion.DANCE;
            case HUG -> Motion.STAND;
            default -> wanted;
          };
      default -> wanted == Motion.DRIVE || wanted == Motion.FLY ? Motion.STAND : wanted;
    };
  }

  private static String folderOf(String name) {
    for (String folder : List.of("species", "birds", "fish", "insects", "people")) {
      if (!name.equals("wardrobe")
          && Rigs.class.getResource(folder + "/" + name + ".properties") != null) {
        return folder;
      }
    }
    return "";
  }
}
