package io.wan4j.storyboard;

/** Makes a prompt say more, for {@code prompt_extend}. */
public interface PromptRewriter {
  /**
   * @param prompt as written by the user
   * @param seconds length of the film
   * @return the prompt to film, in the language of the given one; the same when it needs nothing
   */
  String rewrite(String prompt, double seconds, Cutting cutting);
}
