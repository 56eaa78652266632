package org.apricotdesk.desk.privacy;

import static org.apricotdesk.desk.privacy.PatientData.PATIENT_NAME;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Finds patients' names by what stands around them: a bed, a word such as 患者, an identifier, a
/// thing only patients have, a search that failed.
///
/// A name alone, without any of these, is not taken for a patient's: it may be a colleague's.
final class NameFinder {
  private static final List<String> BEFORE =
      List.of("患者", "病人", "产妇", "孕妇", "姓名", "名叫", "病员", "伤者", "患儿", "叫", "名字是", "名字", "老人", "家属");
  private static final List<String> OPENERS =
      List.of(
          "查下", "查一下", "看下", "看一下", "看看", "帮", "把", "给", "这个人", "那边", "边", "后来知道", "有个", "是", "为",
          "找", "将", "替", "请", "对", "里");
  private static final List<String> SEEKING =
      List.of(
          "查不到", "找不到", "搜不到", "查不出", "搜不出", "找不着", "查不着", "查询", "搜索", "检索", "打不开", "不显示", "没显示");
  private static final List<String> LABELS =
      List.of("住院", "门诊", "就诊", "身份证", "手机", "电话", "医保", "卡号", "检查号", "病案", "诊疗卡");
  private static final int REACH = 12;

  private final Lexicon lexicon;
  private final Predicate<String> isStaff;

  NameFinder(Lexicon lexicon, Predicate<String> isStaff) {
    this.lexicon = lexicon;
    this.isStaff = isStaff;
  }

  /// @param numbers what the number finder found, in order of place
  List<Finding> find(Glyphs glyphs, List<Finding> numbers) {
    var beds = new BedFinder(glyphs).find();
    var around = new Surroundings(glyphs, numbers, beds);
    var reading = new NameReader(glyphs, lexicon, isStaff);
    var names = new ArrayList<Finding>();
    for (var i = 0; i < glyphs.length(); i++) {
      var end = nameAt(reading, glyphs, i, around);
      if (end > i) {
        names.add(new Finding(PATIENT_NAME, i, end));
        i = end - 1;
      }
    }
    return withBeds(glyphs, names, beds);
  }

  private int nameAt(NameReader reading, Glyphs glyphs, int i, Surroundings around) {
    if (!glyphs.hanAt(i) || around.insideNumber(i)) {
      return -1;
    }
    var telling = reading.dotted(i).or(() -> reading.relative(i)).or(() -> reading.honoured(i));
    if (telling.isPresent()) {
      return telling.get();
    }
    if (around.followsBed(i)) {
      return reading.strong(i);
    }
    if (afterWord(glyphs, i)) {
      return reading.likely(i);
    }
    var end = reading.careful(i);
    if (end > 0 && anchored(reading, glyphs, i, end, around)) {
      return end;
    }
    return opensClause(glyphs, i) ? reading.owner(i) : -1;
  }

  /// Whether what stands around a name says that it is a patient's.
  private boolean anchored(
      NameReader reading, Glyphs glyphs, int start, int end, Surroundings around) {
    if (reachesNumber(glyphs, end, around)) {
      return true;
    }
    if (after(SEEKING, glyphs, start) && reading.ends(end)) {
      return true;
    }
    if (!opensClause(glyphs, start)) {
      return false;
    }
    var thing = "的 ,".indexOf(glyphs.at(end)) >= 0 ? end + 1 : end;
    var nextToSomething = around.anyNumber() || around.toBed(end) <= REACH;
    return lexicon.clinicalAt(glyphs, thing) || (nextToSomething && reading.ends(end));
  }

  private static boolean afterWord(Glyphs glyphs, int i) {
    var end = i;
    while (end > 0 && i - end < 2 && " :是为\"“(的".indexOf(glyphs.at(end - 1)) >= 0) {
      end--;
    }
    var word = end;
    return BEFORE.stream().anyMatch(before -> glyphs.startsWith(before, word - before.length()));
  }

  private static boolean opensClause(Glyphs glyphs, int i) {
    return i == 0 || !glyphs.hanAt(i - 1) || after(OPENERS, glyphs, i) || after(SEEKING, glyphs, i);
  }

  private static boolean after(List<String> words, Glyphs glyphs, int i) {
    return words.stream().anyMatch(word -> glyphs.startsWith(word, i - word.length()));
  }

  /// Whether only a few words such as 住院号 stand between a name's end and an identifier.
  private static boolean reachesNumber(Glyphs glyphs, int end, Surroundings around) {
    var distance = around.toNumber(end);
    if (distance > REACH) {
      return false;
    }
    var between = glyphs.text(end, end + distance);
    return between.chars().allMatch(c -> " ,:(-\n".indexOf(c) >= 0)
        || LABELS.stream().anyMatch(between.strip()::startsWith);
  }

  /// A bed counts as patient data only where it stands with a name.
  private static List<Finding> withBeds(Glyphs glyphs, List<Finding> names, List<Finding> beds) {
    var starts = new TreeMap<Integer, Finding>();
    names.forEach(name -> starts.put(name.start(), name));
    var found = new ArrayList<>(names);
    beds.stream().filter(bed -> close(glyphs, starts, bed)).forEach(found::add);
    found.sort(Comparator.comparingInt(Finding::start));
    return found;
  }

  private static boolean close(Glyphs glyphs, NavigableMap<Integer, Finding> names, Finding bed) {
    var after = names.ceilingKey(bed.end());
    var before = names.floorEntry(bed.start());
    return (after != null && after - bed.end() <= 3)
        || (before != null && onlyFacts(glyphs, before.getValue().end(), bed.start()));
  }

  /// Whether only sex, age and signs stand between a name and the bed after it.
  private static boolean onlyFacts(Glyphs glyphs, int from, int to) {
    return to - from <= REACH
        && glyphs
            .text(from, to)
            .chars()
            .allMatch(c -> !Character.isIdeographic(c) || "男女岁".indexOf(c) >= 0);
  }
}
