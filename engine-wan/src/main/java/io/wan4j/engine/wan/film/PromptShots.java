package io.wan4j.engine.wan.film;

import io.wan4j.engine.Brief;
import io.wan4j.engine.ShotPlan;
import io.wan4j.engine.wan.plan.FilmPlan;
import io.wan4j.storyboard.Cutting;
import io.wan4j.storyboard.Shot;
import io.wan4j.storyboard.Storyboard;
import io.wan4j.storyboard.StoryboardParser;
import java.util.ArrayList;
import java.util.List;

/** The shots of a prompt, each with its own words. A prompt of one shot stays as it is. */
final class PromptShots {
  private final StoryboardParser parser = new StoryboardParser();

  List<FilmPlan.Shot> of(Brief brief, int frameRate, Givens givens) {
    String prompt = (givens.words() + " " + brief.prompt()).strip();
    boolean one =
        brief.shots() == ShotPlan.SINGLE
            || givens.guide().isPresent()
            || givens.speech().isPresent(); // who speaks is not cut away from
    if (one || prompt.isEmpty()) {
      return List.of(new FilmPlan.Shot(0, prompt));
    }
    Cutting cutting = brief.shots() == ShotPlan.MULTIPLE ? Cutting.MULTIPLE : Cutting.BY_PROMPT;
    Storyboard board = parser.parse(prompt, brief.seconds(), cutting);
    if (board.shots().size() == 1) {
      return List.of(new FilmPlan.Shot(0, prompt));
    }
    List<FilmPlan.Shot> shots = new ArrayList<>();
    for (Shot shot : board.shots()) {
      String words = shot.text().isBlank() ? prompt : shot.text();
      shots.add(new FilmPlan.Shot((int) Math.round(shot.start() * frameRate), words));
    }
    return shots;
  }
}
