package org.apricotdesk.knowledge.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// The articles worth a closer look: the best by words and the best by meaning.
final class Candidates {
  private static final int BY_WORDS = 150;
  private static final int BY_MEANING = 100;

  private Candidates() {}

  /// @return document numbers, ascending
  static int[] of(IndexSearcher searcher, Question question, Meaning meaning) throws IOException {
    var found = new TreeSet<Integer>();
    collect(searcher, words(question), BY_WORDS, found);
    if (meaning.isKnown()) {
      for (var field : new String[] {Documents.WHOLE, Documents.TITLE}) {
        collect(
            searcher,
            new KnnFloatVectorQuery(field, meaning.whole(), BY_MEANING),
            BY_MEANING,
            found);
      }
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  private static void collect(IndexSearcher searcher, Query query, int most, Set<Integer> found)
      throws IOException {
    Arrays.stream(searcher.search(query, most).scoreDocs).forEach(hit -> found.add(hit.doc));
  }

  private static Query words(Question question) {
    var out = new BooleanQuery.Builder();
    add(out, question, Aspect.PAIR, Zone.ALL, 1);
    add(out, question, Aspect.CHARACTER, Zone.ALL, 0.3f);
    add(out, question, Aspect.SOUND, Zone.ALL, 0.5f);
    add(out, question, Aspect.CONCEPT, Zone.ALL, 1);
    add(out, question, Aspect.PAIR, Zone.TITLE, 0.5f);
    add(out, question, Aspect.INITIALS, Zone.TITLE, 1);
    add(out, question, Aspect.INITIALS, Zone.LABEL, 1);
    return out.build();
  }

  private static void add(
      BooleanQuery.Builder out, Question question, Aspect aspect, Zone zone, float boost) {
    for (var term : question.terms(aspect).keySet()) {
      var query = new TermQuery(new Term(aspect.field(zone), term));
      out.add(new BoostQuery(query, boost), Occur.SHOULD);
    }
  }
}
