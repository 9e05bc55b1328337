package io.wan4j.storyboard;

/** The kind of place. */
public enum Setting {
  UNSTATED,
  SAVANNA,
  MEADOW,
  FOREST,
  JUNGLE,
  MOUNTAINS,
  DESERT,
  SNOW,
  BEACH,
  OPEN_SEA,
  UNDERWATER,
  RIVER,
  LAKE,
  VILLAGE,
  FARM,
  GARDEN,
  PARK,
  CITY,
  STREET,
  RAILWAY_BRIDGE,
  FUTURE_CITY,
  CASTLE,
  RUINS,
  BATTLEFIELD,
  CAVE,
  ROOM,
  KITCHEN,
  BAKERY,
  CAFE,
  SHOP,
  OFFICE,
  CLASSROOM,
  LIBRARY,
  LABORATORY,
  FACTORY,
  STUDIO,
  STAGE,
  STADIUM,
  SCHOOL_YARD,
  STATION,
  SKY,
  SPACE,
  PLANET;

  /** Whether the place has a roof: no weather and no sky inside. */
  public boolean indoors() {
    return switch (this) {
      case CAVE,
          ROOM,
          KITCHEN,
          BAKERY,
          CAFE,
          SHOP,
          OFFICE,
          CLASSROOM,
          LIBRARY,
          LABORATORY,
          FACTORY,
          STUDIO,
          STAGE ->
          true;
      default -> false;
    };
  }
}
