package io.wan4j.storyboard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds known phrases of one or more tokens, always the longest that fits. One tree holds the words
 * of all concerns and both languages, so that "train station" is never also a train.
 */
final class Lexicon {
  private final Node root;
  private final WordForms forms;

  private Lexicon(Node root, WordForms forms) {
    this.root = root;
    this.forms = forms;
  }

  /** Phrases that do not overlap, in order. */
  List<Match> find(List<Token> tokens) {
    List<Match> found = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      Optional<Match> longest = longestAt(tokens, at);
      longest.ifPresent(found::add);
      at = longest.map(Match::to).orElse(at + 1);
    }
    return found;
  }

  private Optional<Match> longestAt(List<Token> tokens, int from) {
    Reach best = new Reach();
    descend(root, tokens, from, best);
    if (best.nodes.isEmpty()) {
      return Optional.empty();
    }
    List<Sense> senses = best.nodes.stream().flatMap(n -> n.senses.stream()).distinct().toList();
    Token first = tokens.get(from);
    Token last = tokens.get(best.to - 1);
    return Optional.of(new Match(from, best.to, first.start(), last.end(), senses));
  }

  private void descend(Node node, List<Token> tokens, int at, Reach best) {
    if (!node.senses.isEmpty()) {
      best.offer(node, at);
    }
    if (at == tokens.size()) {
      return;
    }
    Token token = tokens.get(at);
    if (token.kind() != Token.Kind.WORD) {
      descendTo(node.next.get(token.text()), tokens, at, best);
      return;
    }
    for (String form : forms.of(token.text())) {
      descendTo(node.next.get(form), tokens, at, best);
    }
  }

  private void descendTo(Node next, List<Token> tokens, int at, Reach best) {
    if (next != null) {
      descend(next, tokens, at + 1, best);
    }
  }

  private static final class Node {
    final Map<String, Node> next = new HashMap<>();
    final List<Sense> senses = new ArrayList<>(1);
  }

  private static final class Reach {
    final List<Node> nodes = new ArrayList<>(1);
    int to;

    /** Of phrases of one length all count: "leaves" is what a tree has and what a train does. */
    void offer(Node node, int end) {
      if (end > to) {
        nodes.clear();
        to = end;
      }
      if (end == to && !nodes.contains(node)) {
        nodes.add(node);
      }
    }
  }

  static final class Builder {
    private final Node root = new Node();

    Builder add(String phrase, Sense sense) {
      Node node = root;
      for (Token token : Tokenizer.tokens(phrase)) {
        node = node.next.computeIfAbsent(token.text(), _ -> new Node());
      }
      if (node == root) {
        throw new StoryboardException(
            "word file holds a phrase without letters: \"" + phrase + '"');
      }
      if (!node.senses.contains(sense)) {
        node.senses.add(sense);
      }
      return this;
    }

    Lexicon build(WordForms forms) {
      return new Lexicon(root, forms);
    }
  }
}
