package io.wan4j.storyboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Prompts in the forms that the guides for text, first frame, first and last frame, and references
 * use, in words of our own: nothing of them may be dropped.
 */
class GuideFormsTest {
  private static final StoryboardParser PARSER = new StoryboardParser();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Shot 1: Start on a very wide view. The camera begins low over the plain and moves forward while tilting upward; a lioness comes in from the right. Shot 2: Move down close to the ground and track right beside her. Shot 3: Still moving right, arc along the inside of her path. Shot 4: The sideways move gradually slows to a stable position, then zoom in on the gap between the lioness and a zebra. Shot 5: Move forward again and slightly down.|5|0|DOLLY_IN TILT_UP; PEDESTAL_DOWN; ORBIT_RIGHT; ZOOM_IN; DOLLY_IN|lioness; lioness; lioness; lioness, zebra; lioness
          A dream of machines and flowers. Shot 1 [0-2s]: Wide shot of a roof garden. Shot 2 [2-4s]: A robot waters the roses. Shot 3 [4-7s]: Light falls through a glass dome. Shot 4 [7-10s]: The camera pulls back to show the futuristic city.|4|0|; ; ; DOLLY_OUT|; robot; ;
          A tiny mouse general in silver armor rides a grey rabbit and says: "The cheese is ours." Behind him an army of hamsters charges.|1|1||mouse, rabbit, hamsters
          Medium close-up, daylight, warm tones. A boy sits in the tall grass, two sheep stand behind him. The boy wears a straw hat.|1|0||boy, sheep
          A woman looks down at a small chest. She bends over and opens the lid. She stares into the chest.|1|0||woman, chest
          The potter carries a bowl to the kiln and the camera follows her. She closes the kiln and says, "Patience."|1|1|FOLLOW|potter, bowl
          A melon with dew lies on a farm at sunrise. Suddenly it splits apart with a "CRACK". A kitten appears.|1|0||melon, kitten
          A grey dragon stands in the rain. The camera slowly zooms in until it looks up.|1|0|ZOOM_IN|dragon
          Realistic style, a white puppy looks up; the camera gradually rises from eye level.|1|0|PEDESTAL_UP|puppy
          Video 1 plays a slow song on the bench from Image 3, saying: 'What a day.' Image 1, holding Image 2, walks past Video 1 and says: 'Once more, please.'|1|2||Video 1, Image 1, Image 2, Image 3
          An overhead shot of a red planet. The camera gradually zooms in to a close-up of Image 1. She holds Image 2 and says, 'Hello down there.'|1|1|OVERHEAD ZOOM_IN|Image 1, Image 2
          Reference image, paper style. Characters: Girl pilot: leather cap. Sidekick: a small owl. Storyboard: 1. Wide shot: A forest at noon. 2. Medium shot: The girl runs. 3. Close-up: The owl blinks. 4. Final shot: The two fly.|4|0|; ; ;|; girl; owl; girl, owl
          First shot [0-2s]: wide shot, a violinist in a subway station. Second shot [2-5s]: close-up, she says "Listen."|2|1|;|violinist; violinist
          第1个镜头[0-3秒]：全景，少年在屋顶上奔跑，镜头跟随。第2个镜头[3-5秒]：特写，他说：“到了。”|2|1|FOLLOW;|少年; 少年
          视频1在图2的椅子上弹吉他，图1拿着图3走过视频1，说：“真好听。”|1|1||视频1, 图1, 图2, 图3
          """)
  void nothingIsDropped(String prompt, int shots, int lines, String moves, String cast) {
    Storyboard board = PARSER.parse(prompt, 5, Cutting.BY_PROMPT);

    assertThat(board.shots()).as("shots").hasSize(shots);
    assertThat(board.shots().stream().mapToInt(shot -> shot.lines().size()).sum())
        .as("lines")
        .isEqualTo(lines);
    for (int i = 0; i < shots; i++) {
      Shot shot = board.shots().get(i);
      assertThat(shot.camera().stream().map(move -> move.kind().name()))
          .as("moves of shot %d", i + 1)
          .containsAll(named(moves, i, " "));
      List<String> nouns = shot.cast().stream().map(member -> member.noun().toLowerCase()).toList();
      for (String noun : named(cast, i, ",")) {
        assertThat(nouns)
            .as("cast of shot %d", i + 1)
            .anySatisfy(seen -> assertThat(seen).contains(noun.toLowerCase()));
      }
    }
  }

  private static List<String> named(String all, int shot, String between) {
    String[] parts = all == null ? new String[0] : all.split(";");
    return shot >= parts.length
        ? List.of()
        : Arrays.stream(parts[shot].split(between))
            .map(String::strip)
            .filter(word -> !word.isEmpty())
            .toList();
  }
}
