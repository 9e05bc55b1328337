package io.wan4j.storyboard;

import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * Where Chinese words begin and end, by HanLP's dictionary. Opening takes about a third of a second
 * and 30 MB, so it is done when the first Chinese text is met, once for all parsers of a process.
 */
final class ChineseSegmenter {
  private final Segment segment;

  private ChineseSegmenter(Segment segment) {
    this.segment = segment;
  }

  private static final class Opened {
    static final ChineseSegmenter SEGMENTER =
        new ChineseSegmenter(
            new ViterbiSegment()
                .enableCustomDictionary(false)
                .enableNameRecognize(false)
                .enableTranslatedNameRecognize(false)
                .enablePartOfSpeechTagging(true));
  }

  /** The one of this process; opened by the first call. */
  static ChineseSegmenter shared() {
    return Opened.SEGMENTER;
  }

  /**
   * A word.
   *
   * @param nature HanLP's part of speech: n for nouns, v for verbs, d for adverbs and so on
   */
  record Word(String text, String nature) {
    boolean noun() {
      return nature.startsWith("n");
    }
  }

  /** The words of a text without blanks and marks, in order; together they are the text. */
  List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    for (Term term : segment.seg(text)) {
      words.add(new Word(term.word, String.valueOf(term.nature)));
    }
    return words;
  }
}
