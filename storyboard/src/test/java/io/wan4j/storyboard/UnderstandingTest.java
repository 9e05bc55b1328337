package io.wan4j.storyboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a whole prompt should be understood as: a table of prompts and what the lines that {@code
 * wan4j storyboard} prints must and must not say.
 */
class UnderstandingTest {
  private static final StoryboardParser PARSER = new StoryboardParser();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A winter night in a fishing village, watercolor, warm and melancholic|village; watercolour; winter; warm; melancholy|= fish
          Film noir: a detective lights a cigarette under a street lamp, rain|detective = person; night; rain; black and white|zz
          Anime style, pastel colours, a schoolgirl waves goodbye at the station in spring|anime; spring; muted; station; schoolgirl = person, child, female, wave|zz
          In autumn a fox walks through the forest, oil painting|autumn; forest; oil painting; fox = fox, walk|not understood
          A midsummer afternoon on the beach, children play|summer; beach; children = person, child|not understood
          A knight holds a sword and rides a white horse towards the castle at dawn|ride -> horse; holds sword; castle, dawn; horse = horse, white|zz
          Three penguins walk on the ice while it snows|penguins = penguin, x3, walk; snow|zz
          Anna whispers "Stay close." Then Ben shouts "Run!"|Anna (whisper): Stay close.; Ben (shout): Run!|mountain
          The reference image dances on the stage|reference image = reference, dance; stage|zz
          character1 hands a letter to character2 in the library|character1 = reference, give -> character2, holds letter; library|holds character2
          A thunderclap, glass breaks, footsteps on wood|thunder, glass, footsteps|zz
          Black and white, a jazz club in the twenties, a saxophonist plays|black and white; stage; saxophonist = person; music|= crowd
          A blizzard in the mountains, two climbers trudge upwards, handheld camera|mountains; snow; handheld; climbers = person, adult, x2, walk|zz
          A puff of white mist rises from the lake|lake; fog|puff =
          An amazing picture full of detail: a lighthouse in a storm|lighthouse = building; storm|fight
          赛博朋克风格的夜晚城市街道，霓虹灯，下着雨，一个女孩打着伞走过|cyberpunk; night; rain; neon; 女孩 = person, child, female, walk|zz
          秋天的公园，老人坐在长椅上喂鸽子，落叶飘下|autumn; park; 老人 = person, old, sit -> 长椅; 鸽子 = bird; 落叶 = plant|not understood
          水墨画风格，冬天的山，一只仙鹤飞过|ink; winter; mountains; 仙鹤 = crane, fly|not understood
          图1拿着图2走向图3，说：“你好。”|图1 = reference, walk -> 图3, holds 图2; 图1 (neutral): 你好。|zz
          外婆温柔地说：“慢慢吃。”小男孩开心地说：“真好吃！”|外婆 (gentle): 慢慢吃。; 小男孩 (happy): 真好吃！|zz
          A park with benches on a sunny day, an old man sits and reads|old man = person, old, male, sit|benches = object, sit
          A chef and a girl stand in a kitchen. She smiles while he cooks|girl = person, child, female, laugh; chef = person, adult, male, cook|zz
          A tall woman meets a robot. It waves, and she laughs|robot = robot, wave; woman = person, adult, female, laugh|zz
          A boy gives a girl a rose|boy = person, child, male, give -> girl, holds rose|zz
          A man puts a wooden box on a table and opens the box|wooden box = object|cast     box
          The robot sweeps the entire garden|robot = robot, work; garden|zz
          A steady phase of the chase: a wolf keeps a stable distance from a deer|wolf = wolf|stage
          参考图在草地上跳舞|参考图 = reference, dance; meadow|zz
          参考视频里的男孩挥手|参考视频 = reference, child, male, wave|zz
          参考图的风格，一只猫在睡觉|猫 = cat, sleep|reference
          公园里花瓣飘落，一对情侣散步|情侣 = person, adult, x2, walk|zz
          An old fisherman repairs his net on a pier at dawn, seagulls circling|beach, dawn; old fisherman = person, old, male|meadow
          A family eats dinner around a table, warm candlelight|room; warm; family = crowd, x4, eat|candlelight
          清晨的码头，渔夫在补网|beach; 渔夫 = person|zz
          老木匠在作坊里雕刻一只木鸟|木匠 = person, old; 鸟 = bird|zz
          """)
  void says(String prompt, String must, String mustNot) {
    String lines = StoryboardText.lines(PARSER.parse(prompt, 5, Cutting.BY_PROMPT));
    assertThat(lines)
        .contains(Arrays.stream(must.split(";")).map(String::strip).toArray(String[]::new));
    assertThat(lines).doesNotContain(mustNot);
  }
}
