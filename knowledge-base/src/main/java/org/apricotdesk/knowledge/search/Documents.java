package org.apricotdesk.knowledge.search;

import java.util.List;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import org.apricotdesk.knowledge.embedding.Reading;

/// Writes an article as the index keeps it.
record Documents(Lexicon lexicon) {
  static final String ID = "id";
  static final String VECTORS = "vectors";
  static final String WORDS = "words";
  static final String WHOLE = "whole";
  static final String TITLE = "title";

  /// Which parts an article has: [#TITLE], [#SYMPTOMS].
  static final String HAS = "has";

  static final String SYMPTOMS = "symptoms";

  /// The article as [Likeness] reads it: its title, a line break, and the rest.
  static final String TEXT = "text";

  /// What sort of answer it gives, see [Given#of].
  static final String GIVEN = "given";

  /// What is read of an article when it is looked at closely.
  static final Set<String> READ_CLOSELY = Set.of(TEXT, GIVEN);

  private static final int LONGEST_TEXT = 4000;

  private static final FieldType TERMS = terms();

  /// @param readings those of [Passages#all()], or none if there is no model
  Document of(String id, Zones zones, Passages passages, List<Reading> readings) {
    var out = new Document();
    out.add(new StringField(ID, id, Field.Store.YES));
    out.add(new BinaryDocValuesField(ID, new BytesRef(id)));
    addText(out, zones);
    for (var zone : Zone.values()) {
      var terms = Terms.of(Characters.plain(zones.of(zone)), lexicon);
      for (var aspect : Aspect.values()) {
        if (!aspect.covers(zone)) continue;
        out.add(new Field(aspect.field(zone), new TermTokens(terms.of(aspect)), TERMS));
      }
    }
    if (!readings.isEmpty()) addMeaning(out, passages, readings);
    return out;
  }

  private static void addText(Document out, Zones zones) {
    var title = Characters.plain(zones.title()).replace('\n', ' ');
    var text = Characters.plain(zones.lead() + "\n" + zones.body());
    var read = text.substring(0, Math.min(LONGEST_TEXT, text.length()));
    out.add(new StoredField(TEXT, title + "\n" + read));
    out.add(new StoredField(GIVEN, Given.of(read)));
    if (!title.isBlank()) out.add(new StringField(HAS, TITLE, Field.Store.NO));
    if (zones.hasSymptoms()) out.add(new StringField(HAS, SYMPTOMS, Field.Store.NO));
  }

  private static void addMeaning(Document out, Passages passages, List<Reading> readings) {
    var vectors = readings.stream().map(Reading::whole).toList();
    int own = passages.own();
    out.add(new BinaryDocValuesField(WORDS, Sketch.pack(readings.subList(0, own))));
    out.add(new BinaryDocValuesField(VECTORS, Vectors.pack(vectors, passages)));
    out.add(vector(WHOLE, Vectors.whole(vectors.subList(0, own))));
    if (!passages.title().isBlank()) out.add(vector(TITLE, vectors.get(0)));
  }

  private static KnnFloatVectorField vector(String field, float[] vector) {
    return new KnnFloatVectorField(field, vector, VectorSimilarityFunction.DOT_PRODUCT);
  }

  private static FieldType terms() {
    var type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.freeze();
    return type;
  }
}
