package io.wan4j.storyboard;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A text as the readers of single concerns share it: its quotes, and its tokens, sentences and
 * known phrases outside the quotes. All indexes are those of the text.
 */
record Reading(
    String text,
    List<Quote> quotes,
    List<Token> tokens,
    List<Match> matches,
    List<WordSense> senses,
    List<String> unknownChinese,
    List<Span> sentences) {

  static Reading of(String text, Vocabulary vocabulary) {
    List<Quote> quotes = Quotes.find(text);
    List<Token> tokens = Tokenizer.tokens(Quotes.masked(text, quotes));
    List<Match> known = References.with(tokens, vocabulary.lexicon().find(tokens));
    EnglishSenses.Found english = vocabulary.english().with(text, tokens, known);
    ChineseSenses.Found chinese = vocabulary.chinese().with(text, tokens, english.matches());
    List<WordSense> senses = new ArrayList<>(english.senses());
    senses.addAll(chinese.senses());
    return new Reading(
        text,
        quotes,
        tokens,
        chinese.matches(),
        senses,
        chinese.unknown(),
        sentences(text, tokens));
  }

  private static List<Span> sentences(String text, List<Token> tokens) {
    List<Span> sentences = new ArrayList<>();
    int start = 0;
    for (Token token : tokens) {
      if (token.endsSentence()) {
        sentences.add(new Span(start, token.end()));
        start = token.end();
      }
    }
    if (start < text.length()) {
      sentences.add(new Span(start, text.length()));
    }
    return sentences;
  }

  Stream<Match> within(Span span) {
    int low = firstAtOrAfter(span.start());
    int high = firstAtOrAfter(span.end());
    return matches.subList(low, high).stream();
  }

  private int firstAtOrAfter(int index) {
    int low = 0;
    int high = matches.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (matches.get(middle).start() < index) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Share of the text that stands before an index, 0 to 1. */
  double share(int index) {
    return text.isEmpty() ? 0 : Math.clamp((double) index / text.length(), 0, 1);
  }
}
