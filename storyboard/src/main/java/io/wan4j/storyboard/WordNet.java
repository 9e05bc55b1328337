package io.wan4j.storyboard;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.sf.extjwnl.JWNLException;
import net.sf.extjwnl.data.IndexWord;
import net.sf.extjwnl.data.POS;
import net.sf.extjwnl.data.Pointer;
import net.sf.extjwnl.data.PointerType;
import net.sf.extjwnl.data.Synset;
import net.sf.extjwnl.data.Word;
import net.sf.extjwnl.dictionary.Dictionary;

/**
 * Princeton WordNet 3.1: what kinds of things English words name. Opening takes about half a second
 * and 45 MB, so it is done when the first unknown word is met, once for all parsers of a process.
 */
final class WordNet {
  /** Senses are ordered by how common they are; rarer ones than these are never meant. */
  private static final int MOST_SENSES = 5;

  /** No hypernym path of WordNet is longer. */
  private static final int HIGHEST = 24;

  private final Dictionary dictionary;

  private WordNet(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  private static final class Opened {
    static final WordNet WORD_NET = open();
  }

  /** The one of this process; opened by the first call. */
  static WordNet shared() {
    return Opened.WORD_NET;
  }

  private static WordNet open() {
    try {
      return new WordNet(Dictionary.getDefaultResourceInstance());
    } catch (JWNLException e) {
      throw new StoryboardException("WordNet cannot be read from the class path", e);
    }
  }

  /**
   * One meaning of a word.
   *
   * @param uses how often it was met in the texts that WordNet counted
   * @param kinds the words of the synset itself, then those of each kind above it, nearest first
   */
  record Meaning(String gloss, int uses, List<Set<String>> kinds) {}

  List<Meaning> nouns(String word) {
    return meanings(POS.NOUN, word);
  }

  List<Meaning> verbs(String word) {
    return meanings(POS.VERB, word);
  }

  /** How often it was met as an adjective; -1 when it is none. */
  int adjectiveUses(String word) {
    return uses(meanings(POS.ADJECTIVE, word));
  }

  static int uses(List<Meaning> meanings) {
    return meanings.isEmpty() ? -1 : meanings.stream().mapToInt(Meaning::uses).sum();
  }

  private synchronized List<Meaning> meanings(POS pos, String word) {
    try {
      IndexWord entry = dictionary.lookupIndexWord(pos, word);
      // Of "fire engine room" WordNet's morphology would find parts; only the word itself counts.
      if (entry == null || word.indexOf(' ') >= 0 != entry.getLemma().indexOf(' ') >= 0) {
        return List.of();
      }
      List<Meaning> meanings = new ArrayList<>();
      for (Synset synset : entry.getSenses().stream().limit(MOST_SENSES).toList()) {
        meanings.add(new Meaning(synset.getGloss(), uses(synset, entry), kinds(synset)));
      }
      return meanings;
    } catch (JWNLException e) {
      throw new StoryboardException("WordNet cannot be asked for \"" + word + '"', e);
    }
  }

  private static int uses(Synset synset, IndexWord entry) {
    return synset.getWords().stream()
        .filter(word -> word.getLemma().equalsIgnoreCase(entry.getLemma()))
        .mapToInt(Word::getUseCount)
        .sum();
  }

  private static List<Set<String>> kinds(Synset synset) throws JWNLException {
    List<Set<String>> kinds = new ArrayList<>();
    Optional<Synset> at = Optional.of(synset);
    while (at.isPresent() && kinds.size() < HIGHEST) {
      Set<String> names = new LinkedHashSet<>();
      at.get().getWords().forEach(word -> names.add(word.getLemma().toLowerCase(Locale.ROOT)));
      kinds.add(names);
      at = above(at.get());
    }
    return kinds;
  }

  private static Optional<Synset> above(Synset synset) throws JWNLException {
    List<Pointer> pointers = synset.getPointers(PointerType.HYPERNYM);
    if (pointers.isEmpty()) {
      pointers = synset.getPointers(PointerType.INSTANCE_HYPERNYM);
    }
    return pointers.isEmpty()
        ? Optional.empty()
        : Optional.of(pointers.getFirst().getTargetSynset());
  }
}
