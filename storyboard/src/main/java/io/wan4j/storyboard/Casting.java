package io.wan4j.storyboard;

import java.util.List;
import java.util.Set;

/**
 * The cast of a text and who does what where.
 *
 * @param described start indexes of matches that describe a member and so not the whole picture
 */
record Casting(List<Role> roles, List<Deed> deeds, Set<Integer> described) {
  /**
   * Something done or said.
   *
   * @param start index of the verb in the text
   * @param end index after the verb
   * @param actors empty when nobody in the text does it
   */
  record Deed(int start, int end, List<Role> actors, Match verb) {
    boolean saying() {
      return verb.has(Sense.Saying.class);
    }
  }

  List<CastMember> members() {
    return roles.stream().map(Role::member).toList();
  }
}
