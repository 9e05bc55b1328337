package io.wan4j.storyboard;

/** What a member of the cast is, and the body it moves with. */
public enum Species {
  PERSON(Body.PERSON),
  CROWD(Body.PERSON),
  ROBOT(Body.ROBOT),
  MONSTER(Body.CREATURE),
  DRAGON(Body.CREATURE),
  DINOSAUR(Body.CREATURE),
  CHEETAH(Body.QUADRUPED),
  LEOPARD(Body.QUADRUPED),
  LION(Body.QUADRUPED),
  TIGER(Body.QUADRUPED),
  ANTELOPE(Body.QUADRUPED),
  DEER(Body.QUADRUPED),
  ZEBRA(Body.QUADRUPED),
  GIRAFFE(Body.QUADRUPED),
  ELEPHANT(Body.QUADRUPED),
  RHINO(Body.QUADRUPED),
  CAMEL(Body.QUADRUPED),
  HORSE(Body.QUADRUPED),
  DONKEY(Body.QUADRUPED),
  COW(Body.QUADRUPED),
  SHEEP(Body.QUADRUPED),
  GOAT(Body.QUADRUPED),
  PIG(Body.QUADRUPED),
  DOG(Body.QUADRUPED),
  WOLF(Body.QUADRUPED),
  FOX(Body.QUADRUPED),
  CAT(Body.QUADRUPED),
  RABBIT(Body.QUADRUPED),
  MOUSE(Body.QUADRUPED),
  SQUIRREL(Body.QUADRUPED),
  HEDGEHOG(Body.QUADRUPED),
  BEAR(Body.QUADRUPED),
  PANDA(Body.QUADRUPED),
  MONKEY(Body.QUADRUPED),
  KANGAROO(Body.QUADRUPED),
  FROG(Body.QUADRUPED),
  LIZARD(Body.QUADRUPED),
  UNICORN(Body.QUADRUPED),
  BIRD(Body.BIRD),
  EAGLE(Body.BIRD),
  OWL(Body.BIRD),
  DUCK(Body.BIRD),
  CHICKEN(Body.BIRD),
  PARROT(Body.BIRD),
  SWAN(Body.BIRD),
  CRANE(Body.BIRD),
  PENGUIN(Body.BIRD),
  FISH(Body.FISH),
  SHARK(Body.FISH),
  WHALE(Body.FISH),
  DOLPHIN(Body.FISH),
  TURTLE(Body.FISH),
  JELLYFISH(Body.FISH),
  OCTOPUS(Body.FISH),
  BUTTERFLY(Body.INSECT),
  BEE(Body.INSECT),
  INSECT(Body.INSECT),
  CAR(Body.VEHICLE),
  TRUCK(Body.VEHICLE),
  BUS(Body.VEHICLE),
  TRAIN(Body.VEHICLE),
  BICYCLE(Body.VEHICLE),
  MOTORCYCLE(Body.VEHICLE),
  TANK(Body.VEHICLE),
  BOAT(Body.BOAT),
  SAILING_SHIP(Body.BOAT),
  SHIP(Body.BOAT),
  AEROPLANE(Body.AIRCRAFT),
  HELICOPTER(Body.AIRCRAFT),
  BALLOON(Body.AIRCRAFT),
  DRONE(Body.AIRCRAFT),
  ROCKET(Body.AIRCRAFT),
  SPACESHIP(Body.AIRCRAFT),
  PLANT(Body.OBJECT),
  TREE(Body.OBJECT),
  BUILDING(Body.OBJECT),
  PLANET(Body.OBJECT),
  OBJECT(Body.OBJECT),
  /** Known only by its picture: {@code Image 2}. */
  REFERENCE(Body.UNKNOWN);

  private final Body body;

  Species(Body body) {
    this.body = body;
  }

  public Body body() {
    return body;
  }

  /** How it is built, which decides how it moves. */
  public enum Body {
    PERSON,
    QUADRUPED,
    BIRD,
    FISH,
    INSECT,
    CREATURE,
    ROBOT,
    VEHICLE,
    BOAT,
    AIRCRAFT,
    OBJECT,
    UNKNOWN
  }
}
