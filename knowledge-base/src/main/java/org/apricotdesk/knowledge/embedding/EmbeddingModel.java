package org.apricotdesk.knowledge.embedding;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/// The small Chinese model bge-small-zh-v1.5, quantized, run by ONNX Runtime in this process.
///
/// Each text is computed on one thread, and only as many texts at once as there are processors: the
/// runtime's own pool would fight with itself over two cores.
public final class EmbeddingModel implements Embedder {
  private static final String MODEL = "/bge-small-zh-v1.5-q.onnx";
  private static final String TOKENIZER = "/bge-small-zh-v1.5-q-tokenizer.json";
  private static final int DIMENSION = 512;

  /// The model reads 512 tokens; a Chinese token is about a character.
  private static final int LONGEST = 480;

  /// Keeps the tokenizer's library from asking for a cloud provider's address at each start, and
  /// from reporting its use there.
  private static final String NO_REPORTS = "OPT_OUT_TRACKING";

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final HuggingFaceTokenizer tokenizer;
  private final int most = Runtime.getRuntime().availableProcessors();
  private final Semaphore places = new Semaphore(most, true);
  private volatile boolean closed;

  private EmbeddingModel() throws IOException, OrtException {
    System.setProperty(NO_REPORTS, "true");
    environment = OrtEnvironment.getEnvironment();
    try (var options = new OrtSession.SessionOptions();
        var model = resource(MODEL);
        var words = resource(TOKENIZER)) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      session = environment.createSession(model.readAllBytes(), options);
      tokenizer =
          HuggingFaceTokenizer.newInstance(words, Map.of("maxLength", "512", "truncation", "true"));
    }
  }

  /// Loads the model, which takes about half a second.
  ///
  /// @throws EmbeddingUnavailable if the native library does not work here
  public static EmbeddingModel load() {
    try {
      var model = new EmbeddingModel();
      model.text("打印机");
      return model;
    } catch (IOException | OrtException | RuntimeException | LinkageError failure) {
      throw new EmbeddingUnavailable(failure);
    }
  }

  @Override
  public int dimension() {
    return DIMENSION;
  }

  /// The vector of a text. The model's makers put an instruction before a question; without it
  /// one run serves for the whole and for the words, and answers are as good.
  public float[] text(String text) {
    return read(text, 1).whole();
  }

  @Override
  public List<Reading> read(List<String> texts) {
    return texts.parallelStream().map(text -> read(text, Integer.MAX_VALUE)).toList();
  }

  @Override
  public List<float[]> passages(List<String> texts) {
    return texts.parallelStream().map(this::text).toList();
  }

  /// @param most how many of the model's vectors to take, that of the whole text included
  private Reading read(String text, int most) {
    places.acquireUninterruptibly();
    try {
      if (closed) throw new IllegalStateException("the embedding model is closed");
      return compute(readable(text), most);
    } catch (OrtException failure) {
      throw new IllegalStateException("cannot embed a text of " + text.length(), failure);
    } finally {
      places.release();
    }
  }

  private Reading compute(String text, int most) throws OrtException {
    var tokens = tokenizer.encode(text, true, false);
    long[] shape = {1, tokens.getIds().length};
    try (var ids = tensor(tokens.getIds(), shape);
        var types = tensor(tokens.getTypeIds(), shape);
        var mask = tensor(tokens.getAttentionMask(), shape);
        var result =
            session.run(
                Map.of("input_ids", ids, "token_type_ids", types, "attention_mask", mask))) {
      var hidden = ((OnnxTensor) result.get(0)).getFloatBuffer();
      var whole = next(hidden);
      var words = new float[Math.min(most, tokens.getIds().length - 1) - 1][];
      for (int i = 0; i < words.length; i++) words[i] = next(hidden);
      return new Reading(whole, words);
    }
  }

  /// The model says the meaning of the whole in its first vector, then that of each word; the last
  /// vector stands for the end.
  private static float[] next(FloatBuffer hidden) {
    var out = new float[DIMENSION];
    hidden.get(out);
    double sum = 0;
    for (float number : out) sum += number * number;
    float length = (float) Math.sqrt(sum);
    for (int i = 0; i < out.length; i++) out[i] /= length;
    return out;
  }

  private OnnxTensor tensor(long[] numbers, long[] shape) throws OrtException {
    return OnnxTensor.createTensor(environment, LongBuffer.wrap(numbers), shape);
  }

  /// Bounded, and never empty or with half of a surrogate pair, which the tokenizer refuses.
  private static String readable(String text) {
    int[] points = text.codePoints().limit(LONGEST).map(EmbeddingModel::known).toArray();
    var out = new String(points, 0, points.length);
    return out.isBlank() ? "空" : out;
  }

  private static int known(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? ' ' : point;
  }

  private static InputStream resource(String name) throws IOException {
    var in = EmbeddingModel.class.getResourceAsStream(name);
    if (in == null) throw new IOException("missing resource " + name);
    return in;
  }

  /// Waits for texts in hand: the native library dies with the whole program if its session goes
  /// while it computes.
  @Override
  public void close() {
    places.acquireUninterruptibly(most);
    try {
      if (closed) return;
      closed = true;
      tokenizer.close();
      session.close();
    } catch (OrtException failure) {
      throw new IllegalStateException("cannot close the embedding model", failure);
    } finally {
      places.release(most);
    }
  }
}
