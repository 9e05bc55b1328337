/**
 * The prompt understood: shots with times, camera moves, setting, cast, spoken lines and sounds,
 * from English and Chinese text.
 *
 * <p>{@link io.wan4j.storyboard.StoryboardParser} reads a prompt into a {@link
 * io.wan4j.storyboard.Storyboard}. Every word it knows stands in the text files beside it under
 * {@code src/main/resources}. Depends on nothing but the JDK.
 */
package io.wan4j.storyboard;
